import type { MetricCode } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import type { StandOut } from "@/statistics/stand-out"
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
  /** Readings, numbers and findings that still need a person. */
  left: number
  findings: number
  /** How often its figures were published, and whether anything was decided since. */
  published: number
  touched: boolean
}

/** What the overview shows of a county's year. */
export type OverviewData = {
  year: number
  years: readonly number[]
  /** `held`: that the report is there; `report`: what waits in it, for those who may see that. */
  towns: readonly {
    town: Town
    held: { year: number; publishedOn: string | null; published: boolean } | null
    report: ListedReport | null
  }[]
  standOuts: readonly StandOut[]
  /** Whether the reader works on reports, so that the page says what waits. */
  works: boolean
  headlines: readonly {
    metric: MetricCode
    total: Total
    history: readonly { year: number; total: Total }[]
  }[]
  waiting: readonly ListedReport[]
  versions: readonly ListedReport[]
}
