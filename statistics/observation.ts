import type { MetricCode } from "@/catalogue/metric"
import type { Exactness, Flag, MissingReason } from "@/catalogue/status"

/** Where a value stands written: UTF-16 offsets into the report's text, half open. */
export type Evidence = { reportId: string; start: number; end: number; quote: string; sentence: string }

/** What a town's report says of one metric and year. `value` is null if and only if `missing` says why; money is in yuan,
 * rates in percent. `reviewed: false` is a candidate that nobody has decided: it may be drawn, but marked. */
export type Observation = {
  townCode: number
  metric: MetricCode
  year: number
  value: number | null
  missing: MissingReason | null
  exactness: Exactness | null
  low: number | null
  high: number | null
  flags: readonly Flag[]
  version: number
  reviewed: boolean
  evidence: Evidence | null
}
