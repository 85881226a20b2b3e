import { metricOf } from "@/catalogue/metric"
import { type Block, blocksOf, placeOf, type Reading } from "@/extraction/build-reading"
import type { Candidate, Unclaimed } from "@/extraction/candidate"
import { type Match, matchRules } from "@/extraction/choose-metric"
import { type Continued, continueFrom, sumOf } from "@/extraction/continue-list"
import { bracketDepths, cutSentences, type Sentence } from "@/extraction/cut-sentences"
import { outsideOf } from "@/extraction/find-outside"
import { isJoint } from "@/extraction/is-joint"
import { type Judgement, judgeKind, type Setting } from "@/extraction/judge-kind"
import { isOfThisYear, type PartState, partOf } from "@/extraction/judge-part"
import { conceptSet, meets } from "@/extraction/lexicon/concept-set"
import { readSegment, type SentenceTokens } from "@/extraction/read-segment"
import { readTables } from "@/extraction/read-tables"
import { readTokens } from "@/extraction/read-tokens"
import { judgeYearList } from "@/extraction/read-year-list"
import type { Section } from "@/extraction/report"
import { allRules, rulesFor } from "@/extraction/rules/metric-rules"
import type { Segment } from "@/extraction/segment"
import { settleResults } from "@/extraction/settle-results"
import { shareOut } from "@/extraction/share-out"
import { sectionAt } from "@/extraction/split-sections"
import type { Quantity, Token } from "@/extraction/token"

/** A reading before the report as a whole has been looked at. */
export type Draft = {
  candidate: Candidate
  match: Match
  judgement: Judgement
  /** The words say that the figure sums up others. */
  sums: boolean
  paragraph: number
}

/** What became of a figure: read, known to be outside the catalogue, joint, or left for a person. Its offsets are those of
 * the `reading` that it stands in. */
export type Fate = {
  reading: Reading
  quantity: Quantity
  segment: Segment | null
  matches: readonly Match[]
  drafts: readonly Draft[]
  outside: string | null
}

export type Read = {
  candidates: readonly Candidate[]
  unclaimed: readonly Unclaimed[]
  fates: readonly Fate[]
}

/** The years that the report and its plan are about, and the words that name who reports. */
export type Frame = { referenceYear: number | null; planYear: number | null; reporter: string }

const alike = conceptSet(["alike"])
const atLeast = conceptSet(["atLeast"])
const sumWords = conceptSet(["sumUp", "upTo"])

/** The sentence as written and what it says of a figure's reach. */
type About = { written: string; heading: string | null; scope: string | null; demands: boolean }

function sentenceAt(original: string, reading: Reading, { start, end }: Sentence): string {
  const place = placeOf(reading, start, end)
  return original.slice(place.start, place.end).trim()
}

function candidateOf(
  original: string,
  reading: Reading,
  quantity: Quantity,
  match: Match,
  { kind, year, sign }: Judgement,
  { written, heading, scope, demands }: About,
): Candidate {
  const place = placeOf(reading, quantity.start, quantity.end)
  const metric = metricOf(match.rule.metric)
  const unit = metric.unit === "万元" ? "元" : metric.unit
  return {
    metric: metric.code,
    value: quantity.value === null ? null : quantity.value * sign,
    unit: kind === "change" && quantity.unit !== "count" ? (quantity.classifier ?? unit) : unit,
    classifier: quantity.classifier,
    exactness: quantity.exactness === "exact" && demands ? "over" : quantity.exactness,
    low: quantity.low,
    high: quantity.high,
    missing: quantity.written === "placeholder" ? "placeholder" : null,
    kind: quantity.written === "placeholder" && kind !== "target" ? "result" : kind,
    referenceYear: year,
    scope,
    evidence: {
      start: place.start,
      end: place.end,
      quote: original.slice(place.start, place.end),
      sentence: written,
      heading,
      rule: match.rule.name,
    },
  }
}

/** Reads every figure of the body: candidates with evidence, and the figures that nothing explains. What became of each
 * figure is kept only where `explain` asks for it; a long text is read block by block, so that little is held at a time. */
export function readCandidates(
  original: string,
  reading: Reading,
  sections: readonly Section[],
  frame: Frame,
  explain: boolean,
): Read {
  const drafts: Draft[] = []
  const unclaimed: Unclaimed[] = []
  const fates: Fate[] = []
  for (const block of blocksOf(reading))
    readBlock(original, block, sections, frame, { drafts, unclaimed, fates: explain ? fates : null })
  return { candidates: settleResults(drafts), unclaimed, fates }
}

/** Most sentences hold no figure: nothing is prepared for them. */
function holdsFigure(tokens: readonly Token[], { first, last }: Sentence): boolean {
  for (let index = first; index < last; index += 1) if (tokens[index]?.type === "quantity") return true
  return false
}

/** What reading adds to. */
type Found = { drafts: Draft[]; unclaimed: Unclaimed[]; fates: Fate[] | null }

function readBlock(
  original: string,
  block: Block,
  sections: readonly Section[],
  frame: Frame,
  { drafts, unclaimed, fates }: Found,
): void {
  const { reading } = block
  const tokens = readTokens(reading)
  const depths = bracketDepths(tokens)
  const sentences = cutSentences(tokens, reading.text.length)
  const cells = readTables(reading.text, tokens, sentences)
  for (const sentence of sentences) {
    if (!holdsFigure(tokens, sentence)) continue
    const { first, last, paragraph } = sentence
    const context: SentenceTokens = { text: reading.text, tokens, depths, first, last, background: null }
    const state: PartState = { sentence: [], drafts, paragraph: paragraph + block.paragraph }
    const section = sectionAt(sections, reading.at[sentence.start] ?? 0)
    const setting: Setting = { text: reading.text, role: section?.role ?? "other", ...frame }
    let written: string | null = null
    for (let index = first; index < last; index += 1) {
      const token = tokens[index]
      if (token?.type !== "quantity") continue
      const cell = cells.get(index)
      const quantity = cell?.quantity ?? token.content
      const segments = cell
        ? [cell.segment]
        : (shareOut(context, index, quantity) ?? [readSegment(context, index, quantity)])
      const found: Draft[] = []
      let matches: readonly Match[] = []
      for (const segment of segments) {
        const judgement = judgeYearList(context, index, frame.referenceYear) ?? judgeKind(segment, setting)
        const rules = judgement.kind === "change" ? allRules : rulesFor(quantity, reading.text)
        const fitting = matchRules(segment, rules)
        matches = fitting
        const chosen = chooseAll(reading.text, segment, fitting)
        if (judgement.kind === "change" && chosen.length === 0) {
          const last = state.sentence.at(-1) ?? lastOf(drafts, paragraph + block.paragraph)
          if (last) chosen.push({ ...last.match, via: "carried" })
        }
        const sum = sumOf(segment, state.sentence)
        if (sum) chosen.splice(0, chosen.length, sum)
        const continued =
          chosen.length === 0 && !cell ? continueFrom(reading.text, segment, state.sentence) : null
        if (continued) chosen.push(continued.match)
        for (const match of chosen) {
          const whole = partOf(segment, match, judgement, state, setting)
          const settled = continued ? continuing(continued, whole, state, segment) : whole
          const said = { scope: scopeOf(reading.text, segment), demands: demandsAtLeast(segment) }
          written ??= sentenceAt(original, reading, sentence)
          const about = { written, heading: section?.heading ?? null, ...said }
          const candidate = candidateOf(original, reading, quantity, match, settled, about)
          const sums = meets(segment.said, sumWords)
          found.push({ candidate, match, judgement: settled, sums, paragraph: paragraph + block.paragraph })
        }
      }
      state.sentence.push(...found)
      drafts.push(...found)
      const segment = segments[0] ?? null
      const silent = quantity.written === "zero" || quantity.written === "all"
      const outside = found.length > 0 || silent || !segment ? null : joint(reading.text, segment, matches)
      const isNumber = quantity.written === "figures" || quantity.written === "cell"
      if (found.length === 0 && outside === null && isNumber) {
        const place = placeOf(reading, quantity.start, quantity.end)
        unclaimed.push({ ...place, quote: original.slice(place.start, place.end) })
      }
      fates?.push({ reading, quantity, segment, matches, drafts: found, outside })
    }
  }
}

/** A left-out noun whose whole has been given is a part of it, unless the words sum up. */
function continuing(
  continued: Continued,
  judgement: Judgement,
  { sentence }: PartState,
  segment: Segment,
): Judgement {
  if (continued.sums && judgement.kind === "part" && segment.moments.every((moment) => !moment.own))
    return { ...judgement, kind: "result", rule: "the sum of the figures before it" }
  if (judgement.kind !== "result" || continued.sums) return judgement
  if (continued.from.judgement.kind === "cumulative" && isOfThisYear(judgement)) return judgement
  const { metric } = continued.match.rule
  const given = sentence.some(
    (draft) => draft.candidate.metric === metric && draft.judgement.kind === "result",
  )
  const ofTheYear = segment.moments.some((moment) => moment.own) && segment.unknown <= 1
  return (continued.part && !ofTheYear) || given
    ? { ...judgement, kind: "part", rule: "goes on a list" }
    : judgement
}

function joint(text: string, segment: Segment, matches: readonly Match[]): string | null {
  return isJoint(text, segment, matches) ? "one figure for several things" : outsideOf(text, segment)
}

const lastOf = (drafts: readonly Draft[], paragraph: number) => {
  const last = drafts.at(-1)
  return last?.paragraph === paragraph ? last : null
}

/** The best match, or one for each thing where 各 gives one figure to several, or 均 one rate; none where the figure is
 * joint. */
function chooseAll(text: string, segment: Segment, matches: readonly Match[]): Match[] {
  const [best] = matches
  const { start, written, unit } = segment.quantity
  const ofEach = text[start - 1] === "各"
  if (!best || (!ofEach && isJoint(text, segment, matches))) return []
  const distributes = ofEach || written === "zero" || (unit === "rate" && meets(segment.said, alike))
  if (!distributes) return [best]
  const byMetric = new Map<string, Match>()
  for (const match of matches)
    if (!byMetric.has(match.rule.metric) && match.via !== "carried") byMetric.set(match.rule.metric, match)
  const all = [...byMetric.values()]
  return all.length > 0 ? all : [best]
}

/** 至少召开一次: the words of a minimum may stand apart from the figure. */
function demandsAtLeast(segment: Segment): boolean {
  return meets(segment.saidClose, atLeast)
}

const scopes: readonly { scope: string; words: RegExp }[] = [
  { scope: "镇+村", words: /镇村|镇、村|镇(?:街道)?和村|村级.{0,8}镇级|镇级.{0,8}村级|乡村两级|镇村两级/ },
  { scope: "村", words: /村级|村集体|村社/ },
  { scope: "镇", words: /镇级|镇本级|乡本级|街道本级/ },
]

function scopeOf(text: string, segment: Segment): string | null {
  const own = text.slice(segment.start, segment.quantity.end)
  if (!own.includes("村") && !own.includes("级")) return null
  return scopes.find(({ words }) => words.test(own))?.scope ?? null
}
