import type { MetricCode } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import type { Total } from "@/statistics/total"

/** A report in a list, with what still needs a person in it. */
export type ListedReport = {
  townCode: number
  year: number
  version: number
  counts: boolean
  publishedOn: string | null
  importedAt: string
  candidates: number
  undecided: number
  findings: number
}

/** What the overview shows of a county's year. */
export type OverviewData = {
  year: number
  years: readonly number[]
  towns: readonly { town: Town; report: ListedReport | null }[]
  headlines: readonly {
    metric: MetricCode
    total: Total
    history: readonly { year: number; total: Total }[]
  }[]
  waiting: readonly ListedReport[]
  versions: readonly ListedReport[]
}
