import { metricOf } from "@/catalogue/metric"
import { charIs, classOf, holds, isHan } from "@/extraction/characters"
import type { Match } from "@/extraction/choose-metric"
import type { Judgement, Setting } from "@/extraction/judge-kind"
import { conceptSet, meets } from "@/extraction/lexicon/concept-set"
import type { Draft } from "@/extraction/read-candidates"
import type { Segment } from "@/extraction/segment"

/** The rule that makes a fine the part of one procedure. */
export const ofOneProcedure = "of one procedure"

/** What the sentence has said so far. */
export type PartState = {
  sentence: Draft[]
  /** All readings so far, and the paragraph that the sentence stands in. */
  drafts: readonly Draft[]
  paragraph: number
}

const sumUp = conceptSet(["sumUp"])
const ofWhich = conceptSet(["ofWhich"])
const subUnit = conceptSet(["subUnit"])
const rise = conceptSet(["rise"])
const upTo = conceptSet(["upTo"])
const rest = /(其他|其余|其它)$/
const sorts = /类(信息|案件|事项|纠纷|问题)?$/
const inBrackets = /\([^()]{0,60}$/

/** Whether a result is the whole or a part of it: after 其中, in brackets after its whole, of one sort or one unit. A
 * part with a metric of its own (简易程序, 持证) is that metric's result. */
export function partOf(
  segment: Segment,
  match: Match,
  judgement: Judgement,
  state: PartState,
  { text, reporter }: Setting,
): Judgement {
  if (judgement.kind !== "result") return judgement
  const { quantity } = segment
  if (quantity.written === "zero" && charIs(text, quantity.end, "因"))
    return asPart(judgement, "none for one cause")
  if (match.via === "carried" && rest.test(leadOf(segment, text))) return asPart(judgement, "the rest of it")
  if (match.rule.part) return asPart(judgement, "a part by its own words")
  let last: Draft | null = null
  let sameBefore = false
  for (const draft of state.sentence) {
    if (draft.match.rule.metric !== match.rule.metric) continue
    last = draft
    sameBefore ||= draft.judgement.kind === "result" || draft.judgement.kind === "part"
  }
  if (last?.judgement.kind === "cumulative" && isOfThisYear(judgement)) return judgement
  const bracketed =
    sameBefore &&
    segment.depth > 0 &&
    inBrackets.test(text.slice(Math.max(0, quantity.start - 62), quantity.start))
  if (meets(segment.said, sumUp) && segment.depth === 0) return judgement
  if (isAmong(segment, match, text)) return asPart(judgement, "among the whole that was named")
  if (isLaterStage(segment, match, state)) return asPart(judgement, "a later stage of it")
  if (!sameBefore && isNamedBefore(match, state) && isOfWhich(segment))
    return asPart(judgement, "of the whole in the sentence before")
  if (sameBefore && (bracketed || isOfWhich(segment))) return asPart(judgement, "of the whole before it")
  if (sameBefore && sorts.test(leadOf(segment, text))) return asPart(judgement, "one sort of it")
  if (meets(segment.said, subUnit) && match.rule.metric !== "village_adviser_coverage")
    return asPart(judgement, "of a unit below the town")
  if (isOfNamedPlace(segment, text, reporter)) return asPart(judgement, "of a place within")
  if (metricOf(match.rule.metric).kind === "stock" && isAdded(segment))
    return asPart(judgement, "added to a stock")
  if (match.rule.metric === "fines_amount" && aloneAfterOneProcedure(state))
    return asPart(judgement, ofOneProcedure)
  return judgement
}

const leadOf = ({ start, quantity }: Segment, text: string) => text.slice(start, quantity.start)

export const isOfThisYear = ({ rule }: Judgement) => rule === "the year itself" || rule === "this year"

function asPart(judgement: Judgement, rule: string): Judgement {
  return { kind: "part", year: judgement.year, sign: judgement.sign, rule }
}

/** 其中 before the figure or in an earlier clause of its sentence. */
function isOfWhich({ said, earlier }: Segment): boolean {
  return meets(said, ofWhich) || earlier.some((word) => meets(word.content.concepts, ofWhich))
}

/** 新收申请118件,受理102件: what is left out is the same thing, and there is less of it. */
function isLaterStage({ quantity }: Segment, { rule, via }: Match, { sentence }: PartState): boolean {
  if (via !== "carried" || quantity.unit !== "count" || !rule.metric.endsWith("_received")) return false
  const whole = sentence.findLast(
    ({ match, judgement }) => match.rule.metric === rule.metric && judgement.kind === "result",
  )
  return whole !== undefined && (quantity.value ?? 0) < (whole.candidate.value ?? 0)
}

/** The whole stands in an earlier sentence of the paragraph. */
function isNamedBefore({ rule }: Match, { drafts, paragraph }: PartState): boolean {
  for (let i = drafts.length - 1; i >= 0; i -= 1) {
    const whole = drafts[i]
    if (whole?.paragraph !== paragraph) return false
    if (whole.match.rule.metric === rule.metric) return whole.judgement.kind === "result"
  }
  return false
}

const longestName = 4
const endsPlace = classOf("村社街镇乡")
const namedPlace = /^([\u4e00-\u9fff]{2,3})(?:村|社区|街道|镇|乡)(?![级规民居干委社道法务集支两和、(全内里])/

/** 江南街道调解中心化解…, 蓝溪村开展…: a clause about a place that is not who reports. The tables know no place, so a name
 * with a known word in it is none. Where nobody is said to report, a town may be the reporter. */
function isOfNamedPlace({ start, before, quantity }: Segment, text: string, reporter: string): boolean {
  let from = start
  while (from > start - longestName && isHan(text.charCodeAt(from - 1))) from -= 1
  if (!holds(text, from + 2, from + longestName, endsPlace)) return false
  const [place = "", name = ""] = namedPlace.exec(text.slice(from, quantity.start)) ?? []
  if (name === "" || reporter.includes(name)) return false
  if (reporter.trim() === "" && !/[村区]$/.test(place)) return false
  return !before.some((word) => word.start < from + name.length)
}

/** 行政合同中,村集体合同48件: the clause before names the whole. */
function isAmong({ start, earlier }: Segment, { word }: Match, text: string): boolean {
  const whole = earlier[0]
  return (
    word !== null &&
    whole !== undefined &&
    whole.end === start - 2 &&
    whole.content.acts.length === 0 &&
    text.startsWith("中,", start - 2) &&
    meets(whole.content.topicSet, word.content.topicSet)
  )
}

/** 新增, 新培育: what came new this year, not how many there are. */
function isAdded(segment: Segment): boolean {
  return segment.before.some(
    ({ far, content }) => far <= 12 && meets(content.concepts, rise) && !meets(content.concepts, upTo),
  )
}

/** A fine after the cases of one procedure only is that procedure's. */
function aloneAfterOneProcedure({ sentence }: PartState): boolean {
  const procedures = sentence
    .map((draft) => draft.match.rule.metric)
    .filter((metric) => metric.startsWith("penalties_"))
  const last = procedures.at(-1)
  if (last !== "penalties_simple" && last !== "penalties_ordinary") return false
  const fineBefore = sentence.some((draft) => draft.match.rule.metric === "fines_amount")
  const both = procedures.includes("penalties_simple") && procedures.includes("penalties_ordinary")
  return !both || fineBefore
}
