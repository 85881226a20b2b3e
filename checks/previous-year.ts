import type { MetricCode } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"

/** What the office holds of the same town for the year before: its report's text and its accepted values. */
export type PreviousYear = {
  referenceYear: number
  /** Null where the values were entered without a report. */
  text: string | null
  values: readonly { metric: MetricCode; value: number | null }[]
}

/** Of a text, what is compared with others: a report is a tenth of it, and a file of 20 MB must not stall the office. */
export const longestCompared = 60_000

/** A report of another town of the county on the same year. */
export type OtherReport = { town: string; year: number; text: string }

/** What a check may look at. `spreads` says for a metric how far its usual values lie apart among the county's towns: a
 * tenth of the range of their medians. `town` is who reports, `neighbours` all towns of its county and the counties around it;
 * `deadline` is the last day of publication as MM-DD of the year after the reference year. */
export type CheckContext = {
  previous: PreviousYear | null
  town: Town | null
  neighbours: readonly Town[]
  deadline: string
  others: readonly OtherReport[]
  spreads: ReadonlyMap<MetricCode, number>
}

/** 《法治政府建设与责任落实督察工作规定》 article 24: to be public before 1 April. */
export const legalDeadline = "04-01"

export const noContext: CheckContext = {
  previous: null,
  town: null,
  neighbours: [],
  deadline: legalDeadline,
  others: [],
  spreads: new Map(),
}
