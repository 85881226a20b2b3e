import type { MetricCode } from "@/catalogue/metric"
import type { Exactness, MissingReason } from "@/catalogue/status"

/** What a template wrote of a metric as this year's result: money in yuan, rates in percent, null for a place left blank. */
export type WrittenFact = {
  metric: MetricCode
  value: number | null
  exactness: Exactness | null
  missing: MissingReason | null
}

/** One invented report, as an office would find it on a town's page. `leaveForReview`: its readings are to stay undecided. */
export type DemoReport = {
  fileName: string
  mediaType: "text/plain" | "text/html"
  content: string
  townCode: number
  year: number
  truth: readonly WrittenFact[]
  leaveForReview: boolean
}
