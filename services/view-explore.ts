import { townsOfCounty } from "@/catalogue/divisions"
import type { MetricCode } from "@/catalogue/metric"
import type { County } from "@/catalogue/town"
import { inTurns } from "@/db/in-turns"
import { listHeld } from "@/db/reads/list-held"
import { listObservations } from "@/db/reads/list-observations"
import { asReader, type Desk, requireRight } from "@/services/desk"
import { buildSeries } from "@/statistics/build-series"
import type { ExploreData } from "@/statistics/explore-data"
import type { Observation } from "@/statistics/observation"
import type { Series } from "@/statistics/series"

/** The years that a county has reports of; null where it has none. */
export async function yearsHeld(
  desk: Desk,
  countyCode: number,
): Promise<{ from: number; to: number } | null> {
  requireRight(desk, "figures.read")
  const years = (await asReader(desk, (tx) => listHeld(tx, countyCode))).map((report) => report.year)
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) }
}

/** One series a metric and town over a full axis of years, with the reason of every gap. `towns` empty means all of the
 * county; `asOf`, an ISO day, the published figures as they stood then. */
export async function viewSeries(
  desk: Desk,
  query: {
    countyCode: number
    metrics: readonly MetricCode[]
    towns: readonly number[]
    years: { from: number; to: number }
    asOf?: string | null
    sentences?: boolean
  },
): Promise<Series[]> {
  const towns =
    query.towns.length > 0 ? query.towns : townsOfCounty(query.countyCode).map((town) => town.code)
  const counties = [...new Set(towns.map((code) => Math.floor(code / 1000)))]
  requireRight(desk, "figures.read")
  const [observations, ...reports] = await asReader(desk, (tx) =>
    Promise.all([
      listObservations(tx, {
        towns,
        metrics: query.metrics,
        years: query.years,
        asOf: query.asOf ?? null,
        sentences: query.sentences ?? false,
      }),
      ...counties.map((code) => listHeld(tx, code)),
    ]),
  )
  const held = reports.flat()
  const ofMetric = new Map<MetricCode, Observation[]>(query.metrics.map((metric) => [metric, []]))
  for (const observation of observations) ofMetric.get(observation.metric)?.push(observation)
  const series: Series[] = []
  await inTurns(query.metrics, (metric) => {
    series.push(...buildSeries(ofMetric.get(metric) ?? [], { metric, towns, years: query.years, held }))
  })
  return series
}

/** What `/explore` draws from: these metrics of every town of a county over all the years that it holds reports of; null
 * where it holds none. */
export async function viewExplore(
  desk: Desk,
  county: County,
  metrics: readonly MetricCode[],
  asOf: string | null = null,
): Promise<ExploreData | null> {
  const held = await yearsHeld(desk, county.code)
  if (!held) return null
  const query = { countyCode: county.code, metrics, towns: [], years: held, asOf }
  return { county, held, towns: townsOfCounty(county.code), series: await viewSeries(desk, query) }
}
