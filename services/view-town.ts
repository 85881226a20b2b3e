import { townOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { Town } from "@/catalogue/town"
import { type ListedFinding, listFindings } from "@/db/reads/list-findings"
import { type HeldReport, listHeld } from "@/db/reads/list-held"
import { listReports, type ReportRow } from "@/db/reads/list-reports"
import { listTargets } from "@/db/reads/list-targets"
import { describeFinding } from "@/services/describe-finding"
import { asReader, type Desk, requireRight } from "@/services/desk"
import { viewSeries } from "@/services/view-explore"
import { type MedianPoint, shownMedians } from "@/statistics/median-series"
import { reviewedSeries, type Series } from "@/statistics/series"
import type { Target } from "@/statistics/target"

export type TownView = {
  town: Town
  years: { from: number; to: number }
  /** Its reports as every reader knows of them, newest year first; `reports`: with what waits in them, for whoever may see that. */
  held: readonly HeldReport[]
  reports: readonly ReportRow[]
  /** Metrics with at least one value in any year, in the catalogue's order. */
  series: readonly Series[]
  /** Metrics that no report of the town has given. */
  neverStated: readonly MetricCode[]
  targets: readonly Target[]
  /** The county's median of each of these metrics, over reviewed figures. */
  medians: ReadonlyMap<MetricCode, readonly MedianPoint[]>
  /** What the checks found in its reports, for those who may see reports. */
  findings: readonly { year: number; severity: string; words: string; start: number | null }[]
}

const everyYear = { from: 0, to: 9999 }

/** What nobody overruled, newest year first and in the order of the text. */
const newestFirst = (findings: readonly ListedFinding[]) =>
  findings.filter(({ judged }) => judged !== "overrule").sort((a, b) => b.year - a.year)

/** A town's figures over the years beside its county's medians; null for an unknown code. Years are those of its county's
 * reports; findings are in the reader's language. */
export async function viewTown(desk: Desk, code: number, locale: Locale): Promise<TownView | null> {
  const town = townOf(code)
  if (!town) return null
  requireRight(desk, "figures.read")
  const [held, reports, targets, found] = await asReader(desk, (tx) =>
    Promise.all([
      listHeld(tx, town.countyCode),
      listReports(tx, town.countyCode, code),
      listTargets(tx, town.countyCode, [code]),
      listFindings(tx, [code], everyYear),
    ]),
  )
  const years = held.map((report) => report.year)
  if (years.length === 0) {
    const nothing = { held: [], reports: [], series: [], neverStated: [], targets: [], findings: [] }
    return { town, years: { from: 0, to: 0 }, medians: new Map(), ...nothing }
  }
  const range = { from: Math.min(...years), to: Math.max(...years) }
  const county = await viewSeries(desk, {
    countyCode: town.countyCode,
    metrics: metrics.map((metric) => metric.code),
    towns: [],
    years: range,
  })
  const series = county.filter((one) => one.townCode === code)
  const stated = (one: Series) => one.points.some((point) => point.value !== null || point.evidence !== null)
  const told = series.filter(stated)
  const medians = told.map(({ metric }) => {
    const all = county.filter((one) => one.metric === metric)
    return [metric, shownMedians(reviewedSeries(all)) ?? []] as const
  })
  return {
    town,
    years: range,
    held: held.filter((report) => report.townCode === code).sort((a, b) => b.year - a.year),
    reports,
    series: told,
    neverStated: series.filter((one) => !stated(one)).map((one) => metricOf(one.metric).code),
    targets,
    medians: new Map(medians),
    findings: newestFirst(found).map((one) => ({
      ...{ year: one.year, severity: one.severity, start: one.start },
      words: describeFinding(one, locale),
    })),
  }
}
