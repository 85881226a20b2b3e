import { metricOf } from "@/catalogue/metric"
import { letterOf, letterTable, mark, mostLetters } from "@/extraction/alphabet"
import { afterBlank, type Block, blocksOf, placeOf, type Reading } from "@/extraction/build-reading"
import type { Candidate, Unclaimed } from "@/extraction/candidate"
import { charIs } from "@/extraction/characters"
import { carried, type Match, matchRules } from "@/extraction/choose-metric"
import { type Continued, continueFrom, sumOf } from "@/extraction/continue-list"
import type { Sentence } from "@/extraction/cut-sentences"
import { outsideOf } from "@/extraction/find-outside"
import { isJoint } from "@/extraction/is-joint"
import { type Judgement, judgeKind, type Setting } from "@/extraction/judge-kind"
import { isOfThisYear, type PartState, partOf } from "@/extraction/judge-part"
import { conceptSet, meets } from "@/extraction/lexicon/concept-set"
import { readSegment, type SentenceTokens } from "@/extraction/read-segment"
import { readTables, type TableCell } from "@/extraction/read-tables"
import { readTokens } from "@/extraction/read-tokens"
import { judgeYearList } from "@/extraction/read-year-list"
import type { Section } from "@/extraction/report"
import { allRules, rulesFor } from "@/extraction/rules/metric-rules"
import type { Segment } from "@/extraction/segment"
import { type Kept, settleResults } from "@/extraction/settle-results"
import { placeAfter, shareOut } from "@/extraction/share-out"
import { withOne } from "@/extraction/short-list"
import { sectionAt } from "@/extraction/split-sections"
import type { Quantity } from "@/extraction/token"

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

/** The sentence that figures are read in: its tokens, what it has said so far, and its words as written once a candidate
 * asks for them. */
type Context = {
  original: string
  reading: Reading
  sentence: Sentence
  tokens: SentenceTokens
  state: PartState
  setting: Setting
  heading: string | null
  written: string | null
}

function writtenOf(context: Context): string {
  if (context.written !== null) return context.written
  const { start, end } = placeOf(context.reading, context.sentence.start, context.sentence.end)
  context.written = context.original.slice(start, end).trim()
  return context.written
}

function candidateOf(
  context: Context,
  { quantity, saidClose, start }: Segment,
  match: Match,
  { kind, year, sign }: Judgement,
): Candidate {
  const { original, reading, heading } = context
  const place = placeOf(reading, quantity.start, quantity.end)
  const metric = metricOf(match.rule.metric)
  const unit = metric.unit === "万元" ? "元" : metric.unit
  return {
    metric: metric.code,
    value: quantity.value === null ? null : quantity.value * sign,
    unit: kind === "change" && quantity.unit !== "count" ? (quantity.classifier ?? unit) : unit,
    classifier: quantity.classifier,
    // 至少召开一次: the words of a minimum may stand apart from the figure.
    exactness: quantity.exactness === "exact" && meets(saidClose, atLeast) ? "over" : quantity.exactness,
    low: quantity.low,
    high: quantity.high,
    missing: quantity.written === "placeholder" ? "placeholder" : null,
    kind: quantity.written === "placeholder" && kind !== "target" ? "result" : kind,
    referenceYear: year,
    scope: scopeOf(reading, start, quantity.end),
    evidence: {
      start: place.start,
      end: place.end,
      quote: original.slice(place.start, place.end),
      sentence: writtenOf(context),
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
  const kept: Kept[] = []
  const unclaimed: Unclaimed[] = []
  const fates: Fate[] = []
  for (const block of blocksOf(reading)) {
    const found: Found = { drafts: [], unclaimed, fates: explain ? fates : null }
    readBlock(original, block, sections, frame, found)
    for (const { candidate, match, judgement, sums, paragraph } of found.drafts)
      kept.push({ candidate, rule: match.rule, because: judgement.rule, sums, paragraph })
  }
  return { candidates: settleResults(kept), unclaimed, fates }
}

/** What reading adds to; `drafts` are those of the block. */
type Found = { drafts: Draft[]; unclaimed: Unclaimed[]; fates: Fate[] | null }

function readBlock(
  original: string,
  block: Block,
  sections: readonly Section[],
  { referenceYear, planYear, reporter }: Frame,
  found: Found,
): void {
  const { reading } = block
  const { text, units } = reading
  const { tokens, sentences, depths } = readTokens(reading)
  const cells = readTables(text, tokens, sentences)
  for (const sentence of sentences) {
    if (!sentence.hasFigure) continue
    const { first, last } = sentence
    const section = sectionAt(sections, reading.at[sentence.start] ?? 0)
    const context: Context = {
      original,
      reading,
      sentence,
      tokens: { text, units, tokens, depths, first, last, background: { words: null, tokens, first } },
      state: { sentence: noDrafts, drafts: found.drafts, paragraph: sentence.paragraph + block.paragraph },
      setting: { text, role: section?.role ?? "other", referenceYear, planYear, reporter },
      heading: section?.heading ?? null,
      written: null,
    }
    for (let index = first; index < last; index += 1) {
      const token = tokens[index]
      if (token?.type === "quantity") readFigure(context, index, token.content, cells.get(index), found)
    }
  }
}

const noDrafts: Draft[] = []

/** Reads one figure; what it gives goes into `found` and to what the sentence has said. */
function readFigure(
  context: Context,
  index: number,
  written: Quantity,
  cell: TableCell | undefined,
  { drafts, unclaimed, fates }: Found,
): void {
  const { original, reading, state, setting } = context
  const quantity = cell?.quantity ?? written
  const listedAt = placeAfter(context.tokens, index)
  const shared = cell ? null : shareOut(context.tokens, listedAt, quantity)
  const segment = cell?.segment ?? shared ?? readSegment(context.tokens, index, quantity)
  const listed = judgeYearList(context.tokens, listedAt, setting.referenceYear)
  const judgement = listed ?? judgeKind(segment, setting)
  const matches = matchRules(
    segment,
    judgement.kind === "change" ? allRules : rulesFor(quantity, reading.text),
  )
  const chosen = chooseAll(reading.text, segment, matches)
  if (judgement.kind === "change" && chosen.length === 0) {
    const last = state.sentence.at(-1) ?? lastOf(drafts, state.paragraph)
    if (last) chosen.push(carried(last.match))
  }
  const sum = sumOf(segment, state.sentence)
  if (sum) chosen.splice(0, chosen.length, sum)
  const continued = chosen.length === 0 && !cell ? continueFrom(reading.text, segment, state.sentence) : null
  if (continued) chosen.push(continued.match)
  let read = noDrafts
  for (const match of chosen) {
    const whole = partOf(segment, match, judgement, state, setting)
    const settled = continued ? continuing(continued, whole, state, segment) : whole
    const candidate = candidateOf(context, segment, match, settled)
    const sums = meets(segment.said, sumWords)
    read = withOne(read, { candidate, match, judgement: settled, sums, paragraph: state.paragraph })
  }
  for (const draft of read) {
    state.sentence = withOne(state.sentence, draft)
    drafts.push(draft)
  }
  const silent = quantity.written === "zero" || quantity.written === "all"
  const outside = read.length > 0 || silent ? null : joint(reading.text, segment, matches)
  const isNumber = quantity.written === "figures" || quantity.written === "cell"
  if (read.length === 0 && outside === null && isNumber) {
    const { start, end } = placeOf(reading, quantity.start, quantity.end)
    unclaimed.push({ start, end, quote: original.slice(start, end) })
  }
  fates?.push({ reading, quantity, segment, matches, drafts: read, outside })
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
  const best = matches[0]
  const { start, written, unit } = segment.quantity
  const ofEach = charIs(text, start - 1, "各")
  if (!best || (!ofEach && isJoint(text, segment, matches))) return []
  const distributes = ofEach || written === "zero" || (unit === "rate" && meets(segment.said, alike))
  if (!distributes) return [best]
  const byMetric = new Map<string, Match>()
  for (const match of matches)
    if (!byMetric.has(match.rule.metric) && match.via !== "carried") byMetric.set(match.rule.metric, match)
  const all = [...byMetric.values()]
  return all.length > 0 ? all : [best]
}

const scopes: readonly { scope: string; words: RegExp }[] = [
  { scope: "镇+村", words: /镇村|镇、村|镇(?:街道)?和村|村级.{0,8}镇级|镇级.{0,8}村级|乡村两级|镇村两级/ },
  { scope: "村", words: /村级|村集体|村社/ },
  { scope: "镇", words: /镇级|镇本级|乡本级|街道本级/ },
]

const ofScopes = letterTable(2 * mostLetters)
mark(ofScopes, "村级", 1)
for (const letter of [..."村级"].map((char) => letterOf(char.charCodeAt(0))))
  ofScopes[letter | afterBlank] = 1

function scopeOf({ text, letters }: Reading, start: number, end: number): string | null {
  let at = start
  while (at < end && ofScopes[letters[at] ?? 0] === 0) at += 1
  if (at >= end) return null
  const own = text.slice(start, end)
  return scopes.find(({ words }) => words.test(own))?.scope ?? null
}
