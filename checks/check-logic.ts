import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { CheckFunction, Stated } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"
import { evidenceOf, namesOf, onlyResult, plain } from "@/checks/report-values"

/** Parts that may never exceed their whole (field notes, section 2, H1). Suits and reconsiderations are left out: a case
 * decided this year may have been received the year before. */
const wholes: readonly (readonly [part: MetricCode, whole: MetricCode])[] = [
  ["inspection_problems_fixed", "inspection_problems_found"],
  ["normative_documents_filed", "normative_documents_issued"],
  ["review_opinions_adopted", "review_opinions_given"],
  ["certified_officers", "enforcement_officers"],
  ["penalties_simple", "penalties_imposed"],
  ["penalties_ordinary", "penalties_imposed"],
  ["case_files_passed", "case_files_audited"],
  ["hazards_fixed", "hazards_found"],
  ["disputes_mediated", "disputes_accepted"],
  ["judicial_confirmations", "disputes_mediated"],
  ["court_appearances", "court_hearings_due"],
  ["villages_with_advisers", "villages"],
]

/** Sums that hold when every part is stated (H2). */
const sums: readonly { whole: MetricCode; parts: readonly MetricCode[] }[] = [
  { whole: "penalties_imposed", parts: ["penalties_simple", "penalties_ordinary"] },
  {
    whole: "legality_reviews_total",
    parts: [
      "major_decisions_reviewed",
      "normative_documents_reviewed",
      "contracts_reviewed",
      "enforcement_decisions_reviewed",
      "other_matters_reviewed",
    ],
  },
]

const isExact = (stated: Stated) => stated.exactness === "exact"

export const checkParts: CheckFunction = (checked) =>
  wholes.flatMap(([part, whole]): readonly Finding[] => {
    if (!checked.results.has(part) || !checked.results.has(whole)) return noFindings
    const [lesser, greater] = [onlyResult(checked, part), onlyResult(checked, whole)]
    if (!lesser || !greater || lesser.value <= greater.value || greater.exactness === "over")
      return noFindings
    const params = {
      ...{ part: metricOf(part).nameZh, partEn: metricOf(part).nameEn, partValue: plain(lesser.value) },
      ...{ whole: metricOf(whole).nameZh, wholeEn: metricOf(whole).nameEn, wholeValue: plain(greater.value) },
    }
    return [{ check: "part-exceeds-whole", severity: "error", params, evidence: evidenceOf(lesser) }]
  })

export const checkSums: CheckFunction = (checked) =>
  sums.flatMap(({ whole, parts }): readonly Finding[] => {
    if (!checked.results.has(whole)) return noFindings
    const total = onlyResult(checked, whole)
    const stated = parts.map((part) => onlyResult(checked, part))
    if (!total || !isExact(total) || !stated.every((part): part is Stated => part !== null && isExact(part)))
      return noFindings
    const sum = stated.reduce((result, part) => result + part.value, 0)
    if (sum === total.value) return noFindings
    const { nameZh, nameEn } = metricOf(whole)
    const params = { whole: nameZh, wholeEn: nameEn, stated: total.value, sum }
    return [{ check: "sum-differs", severity: "warning", params, evidence: evidenceOf(total) }]
  })

const ratesOfCounts = metrics.filter(
  ({ kind, numerator, denominator }) => kind === "rate" && numerator !== null && denominator !== null,
)

/** Digits after the point of a rate as printed: 97.6% has one. */
function decimalsOf(quote: string): number {
  return /[.．]([0-9０-９]+)/.exec(quote)?.[1]?.length ?? 0
}

/** A printed rate against the rate of its counts: they differ by more than the last printed digit can explain. Rounding
 * to even and half up are both right, so half a unit is allowed, and the dust of binary fractions. */
export const checkRates: CheckFunction = (checked) =>
  ratesOfCounts.flatMap((metric): readonly Finding[] => {
    if (metric.numerator === null || metric.denominator === null || !checked.results.has(metric.code))
      return noFindings
    const [rate, part, whole] = [
      onlyResult(checked, metric.code),
      onlyResult(checked, metric.numerator),
      onlyResult(checked, metric.denominator),
    ]
    if (!rate || !isExact(rate) || !part || !whole || !isExact(part) || !isExact(whole) || whole.value === 0)
      return []
    const derived = (part.value / whole.value) * 100
    const half = 0.5 / 10 ** decimalsOf(rate.evidence.quote)
    if (derived > 100 || Math.abs(rate.value - derived) <= half + 1e-9) return []
    const params = {
      ...namesOf(metric.code),
      stated: rate.value,
      derived: plain(derived),
      numerator: part.value,
      denominator: whole.value,
    }
    return [{ check: "stated-rate-differs", severity: "warning", params, evidence: evidenceOf(rate) }]
  })

/** One figure given twice, differently, by the same sort of words. Two in one sentence are addends or parts. */
export const checkContradictions: CheckFunction = ({ results }) => {
  const repeated: [MetricCode, readonly Stated[]][] = []
  for (const [code, stated] of results) if (stated.length >= 2) repeated.push([code, stated])
  return repeated
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([code, stated]) => contradictionOf(code, stated))
}

const places = new Map(metrics.map(({ code }, place) => [code, place]))
const placeOf = (code: MetricCode) => places.get(code) ?? 0
const noFindings: readonly Finding[] = []

function contradictionOf(metric: MetricCode, stated: readonly Stated[]): readonly Finding[] {
  const [first] = stated
  const other = stated.find(
    (each) =>
      first &&
      each.value !== first.value &&
      each.evidence.rule === first.evidence.rule &&
      each.evidence.sentence !== first.evidence.sentence &&
      each.scope === first.scope,
  )
  if (!first || !other || mayBothHold(first, other)) return noFindings
  const { nameZh, nameEn } = metricOf(metric)
  const params = {
    metric: nameZh,
    metricEn: nameEn,
    first: plain(first.value),
    second: plain(other.value),
  }
  return [{ check: "contradiction", severity: "warning", params, evidence: evidenceOf(other) }]
}

/** 5000余 and 5,032 do not contradict each other, nor do 3 and 近3 */
function mayBothHold(a: Stated, b: Stated): boolean {
  const [lesser, greater] = a.value < b.value ? [a, b] : [b, a]
  if (lesser.exactness === "over") return greater.value <= lesser.value * 1.5
  if (greater.exactness === "under") return lesser.value >= greater.value * 0.7
  return (
    [a, b].some((each) => each.exactness === "about") && greater.value - lesser.value <= greater.value * 0.1
  )
}
