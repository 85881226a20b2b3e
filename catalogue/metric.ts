import { metrics } from "@/catalogue/metrics"

export const metricGroups = [
  "leadership",
  "services",
  "rules",
  "decisions",
  "enforcement",
  "emergencies",
  "disputes",
  "oversight",
  "capacity",
  "context",
] as const
export type MetricGroup = (typeof metricGroups)[number]

/** The shape of a catalogue row. A rate with `aggregate: "ratio"` is `numerator / denominator`; for any other metric
 * `denominator` names the whole it is part of or the base it is compared per. */
export type MetricRow = {
  id: number
  code: string
  nameZh: string
  nameEn: string
  group: MetricGroup
  unit: string
  classifiers: readonly string[]
  kind: "flow" | "stock" | "rate" | "amount"
  aggregate: "sum" | "ratio" | "none"
  polarity: "up" | "down" | "none"
  rank: "yes" | "tier" | "no" | "never"
  numerator: string | null
  denominator: string | null
  tier: "core" | "standard" | "extended" | "context"
  note: string | null
}

export type MetricCode = (typeof metrics)[number]["code"]
export type Metric = Omit<MetricRow, "code" | "numerator" | "denominator"> & {
  code: MetricCode
  numerator: MetricCode | null
  denominator: MetricCode | null
}

const byCode = new Map<string, Metric>(metrics.map((metric) => [metric.code, metric]))
const byId = new Map<number, Metric>(metrics.map((metric) => [metric.id, metric]))

/** True if `code` is one of the catalogue's. */
export function isMetricCode(code: string): code is MetricCode {
  return byCode.has(code)
}

/** The metric of a code. Throws on a code that is not in the catalogue: check with `isMetricCode` at the edge. */
export function metricOf(code: MetricCode): Metric {
  const metric = byCode.get(code)
  if (!metric) throw new RangeError(`unknown metric ${code}`)
  return metric
}

/** The metric of a database id, or undefined. */
export function metricOfId(id: number): Metric | undefined {
  return byId.get(id)
}
