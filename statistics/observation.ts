import type { MetricCode } from "@/catalogue/metric"
import type { Exactness, Flag, MissingReason } from "@/catalogue/status"

/** Where a value stands written: `start` counts UTF-16 units of the report's text. `passage` is there where sentences were asked
 * for: where the quote ends and what it stands in. Without it, a quote is cut at `longestQuote`. */
export type Evidence = { start: number; quote: string; passage: { end: number; sentence: string } | null }

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
