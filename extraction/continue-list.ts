import { metricOf } from "@/catalogue/metric"
import { carried, type Match, nounLeftOut } from "@/extraction/choose-metric"
import { conceptSet, exceeds, meets } from "@/extraction/lexicon/concept-set"
import type { Draft } from "@/extraction/read-candidates"
import type { MetricRule } from "@/extraction/rules/metric-rule"
import { metricRules } from "@/extraction/rules/metric-rules"
import type { Segment } from "@/extraction/segment"

/** How a figure takes its metric from the figure before it: `part` where it goes on a list of parts, `sums`
 * where it is their sum; `from` is the figure that names the thing. */
export type Continued = { match: Match; part: boolean; sums: boolean; from: Draft }

const mostUnknown = 12
const sumUp = conceptSet(["sumUp"])
const allThereAre = conceptSet(["sumUp", "total", "upTo"])
const ofWhich = conceptSet(["ofWhich"])
/** Topics that may stand in an item of a list without making it another thing. */
const sideOfItems = conceptSet(["cover", "village", "issue", "otherPaper", "enterprise"])
const listsParts = /(类|级|其他|另有|另外)/

const wideClassifier = (classifier: string | null) =>
  classifier === "人" || classifier === "名" ? "人" : classifier

/** Wholes that a bare 合计 after their parts sums up, with the rule that names them. */
const wholes: readonly { rule: string; parts: readonly string[] }[] = [
  { rule: "penalties", parts: ["penalties_simple", "penalties_ordinary"] },
  {
    rule: "legality-reviews-in-total",
    parts: [
      "contracts_reviewed",
      "normative_documents_reviewed",
      "major_decisions_reviewed",
      "enforcement_decisions_reviewed",
      "other_matters_reviewed",
    ],
  },
]

const readyWholes = wholes.map(({ rule, parts }) => ({
  parts,
  whole: metricRules.find(({ name }) => name === rule),
}))

/** 合计 after two parts with metrics of their own is the whole's figure, if they add up to it. */
export function sumOf(segment: Segment, sentence: readonly Draft[]): Match | null {
  if (sentence.length < 2 || !meets(segment.said, sumUp) || !nounLeftOut(segment)) return null
  for (const { whole, parts } of readyWholes) {
    const found = sentence.filter(
      (draft) => parts.includes(draft.candidate.metric) && draft.judgement.kind === "result",
    )
    const total = found.reduce((sum, draft) => sum + (draft.candidate.value ?? 0), 0)
    if (found.length >= 2 && whole && total === segment.quantity.value)
      return { rule: whole, score: 50, via: "carried", word: null }
  }
  return null
}

/** A figure whose noun is left out (12月开展40次,全年430次), or one more of a list of parts (政策类52条、预决算类26条):
 * same 量词, same sentence, nothing of another metric beside it. */
export function continueFrom(text: string, segment: Segment, sentence: readonly Draft[]): Continued | null {
  const { written, unit, classifier } = segment.quantity
  if (written === "zero" || written === "all" || unit === "rate") return null
  const last = sentence.findLast(
    (draft) => wideClassifier(draft.candidate.classifier) === wideClassifier(classifier),
  )
  if (!last || (last !== sentence.at(-1) && !saysOfWhich(segment))) return null
  const match = carried(last.match)
  const own = text.slice(segment.start, segment.quantity.start)
  if (sumsUp(own, segment, last))
    return { match: { ...match, rule: wholeOf(match.rule) }, part: false, sums: true, from: last }
  const topics = segment.before.some(({ content }) => exceeds(content.topicSet, sideOfItems))
  const inList =
    last.judgement.kind === "part" || segment.depth > 0 || saysOfWhich(segment) || listsParts.test(own)
  if (inList && segment.unknown <= mostUnknown && !topics)
    return { match, part: true, sums: false, from: last }
  return nounLeftOut(segment) ? { match, part: false, sums: false, from: last } : null
}

function saysOfWhich({ said, earlier }: Segment): boolean {
  return meets(said, ofWhich) || earlier.slice(0, 12).some((word) => meets(word.content.concepts, ofWhich))
}

/** 计13个, 合计297次: the sum of the figures before it; 新增1个,累计达到5个: of a stock, all there are. */
function sumsUp(own: string, segment: Segment, { match }: Draft): boolean {
  const sums = metricOf(match.rule.metric).kind === "stock" ? allThereAre : sumUp
  return own === "计" || (meets(segment.said, sums) && nounLeftOut(segment))
}

/** The rule that reads the whole of what a rule reads a part of. */
function wholeOf(rule: MetricRule): MetricRule {
  if (!rule.part && !rule.narrow) return rule
  return metricRules.find((each) => each.metric === rule.metric && !each.part && !each.narrow) ?? rule
}
