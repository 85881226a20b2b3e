import { townsOfCounty } from "@/catalogue/divisions"
import type { MetricCode } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import type { Connection } from "@/db/connect"
import { listHeld } from "@/db/reads/list-held"
import { listObservations } from "@/db/reads/list-observations"
import { buildSeries } from "@/statistics/build-series"
import { type MedianPoint, shownMedians } from "@/statistics/median-series"
import type { Series } from "@/statistics/series"

/** A metric of a town as it is published, beside the county's median. */
export type Trend = { metric: MetricCode; series: Series; median: readonly MedianPoint[] }

/** The published trends of a town, up to the year that is being reviewed. */
export async function readTrends(
  tx: Connection,
  town: Town,
  metrics: readonly MetricCode[],
  year: number,
): Promise<readonly Trend[]> {
  const towns = townsOfCounty(town.countyCode).map(({ code }) => code)
  const held = await listHeld(tx, town.countyCode)
  const years = { from: Math.min(year - 1, ...held.map((report) => report.year)), to: year }
  const found = metrics.length === 0 ? [] : await listObservations(tx, { towns, metrics, years })
  const published = found.filter(({ reviewed }) => reviewed)
  return metrics.flatMap((metric) => {
    const all = buildSeries(published, { metric, towns, years, held })
    const series = all.find(({ townCode }) => townCode === town.code)
    const median = shownMedians(all) ?? []
    return series ? [{ metric, series, median }] : []
  })
}
