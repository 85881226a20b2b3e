import type { MetricCode } from "@/catalogue/metric"
import type { CandidateKind, Exactness } from "@/catalogue/status"

/** Where a reading stands: UTF-16 offsets, half open, `text.slice(start, end) === quote`. */
export type Evidence = {
  start: number
  end: number
  quote: string
  sentence: string
  heading: string | null
  /** The name of the rule that won; the same sentence always gives the same rule. */
  rule: string
}

/** A proposed reading. `value` is in the metric's own unit (money in yuan, rates in percent); `low` and `high` only for
 * a range; exactly one of `value` and `missing` is null. */
export type Candidate = {
  metric: MetricCode
  value: number | null
  unit: string
  classifier: string | null
  exactness: Exactness | null
  low: number | null
  high: number | null
  missing: "placeholder" | null
  kind: CandidateKind
  referenceYear: number | null
  /** What the figure covers where the words say so, such as 镇 or 镇+村 for contracts. */
  scope: string | null
  evidence: Evidence
}

/** A number of the body that is neither a candidate nor a known non-quantity. */
export type Unclaimed = { start: number; end: number; quote: string }
