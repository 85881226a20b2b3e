import { townOf } from "@/catalogue/divisions"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { Town } from "@/catalogue/town"
import { listHeld } from "@/db/reads/list-held"
import { listReports, type ReportRow } from "@/db/reads/list-reports"
import { listTargets, type Target } from "@/db/reads/list-targets"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { viewSeries } from "@/services/view-explore"
import type { Series } from "@/statistics/series"

export type TownView = {
  town: Town
  years: { from: number; to: number }
  reports: readonly ReportRow[]
  /** Metrics with at least one value in any year, in the catalogue's order. */
  series: readonly Series[]
  /** Metrics that no report of the town has given. */
  neverStated: readonly MetricCode[]
  targets: readonly Target[]
}

/** A town's figures over the years; null for an unknown code. Years are those of its county's reports. */
export async function viewTown(desk: Desk, code: number): Promise<TownView | null> {
  const town = townOf(code)
  if (!town) return null
  requireRight(desk, "figures.read")
  const [held, reports, targets] = await asActor(desk, (tx) =>
    Promise.all([
      listHeld(tx, town.countyCode),
      listReports(tx, town.countyCode, code),
      listTargets(tx, town.countyCode, [code]),
    ]),
  )
  const years = held.map((report) => report.year)
  if (years.length === 0)
    return { town, years: { from: 0, to: 0 }, reports: [], series: [], neverStated: [], targets: [] }
  const range = { from: Math.min(...years), to: Math.max(...years) }
  const series = await viewSeries(desk, {
    countyCode: town.countyCode,
    metrics: metrics.map((metric) => metric.code),
    towns: [code],
    years: range,
  })
  const stated = (one: Series) => one.points.some((point) => point.value !== null || point.evidence !== null)
  return {
    town,
    years: range,
    reports,
    series: series.filter(stated),
    neverStated: series.filter((one) => !stated(one)).map((one) => metricOf(one.metric).code),
    targets,
  }
}
