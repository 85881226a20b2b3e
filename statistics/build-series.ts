import type { MetricCode } from "@/catalogue/metric"
import type { Observation } from "@/statistics/observation"
import type { Point, Series } from "@/statistics/series"
import { type YearRange, yearsOf } from "@/statistics/year-range"

/** A report that the office holds, with or without figures in it. Until it is published it has stated nothing yet. */
export type HeldReport = { townCode: number; year: number; published?: boolean }

export type SeriesScope = {
  metric: MetricCode
  towns: readonly number[]
  years: YearRange
  held: readonly HeldReport[]
}

/** One series a town, in the order of `scope.towns`, over every year of the range. A year that no observation covers is a
 * gap: `not_stated` where the report is held (and not reviewed while it is not published), `no_report` where it is not. Observations outside the scope are left out. */
export function buildSeries(observations: readonly Observation[], scope: SeriesScope): readonly Series[] {
  const years = yearsOf(scope.years)
  const held = new Map(
    scope.held.map(({ townCode, year, published }) => [cellKey(townCode, year), published ?? true]),
  )
  const current = new Map<number, Observation>()
  for (const observation of observations) {
    if (observation.metric !== scope.metric) continue
    const key = cellKey(observation.townCode, observation.year)
    current.set(key, preferred(current.get(key), observation))
  }
  return scope.towns.map((townCode) => ({
    townCode,
    metric: scope.metric,
    points: years.map((year) => {
      const key = cellKey(townCode, year)
      return pointOf(year, current.get(key), held.get(key))
    }),
  }))
}

function cellKey(townCode: number, year: number): number {
  return townCode * 10_000 + year
}

/** What a person decided goes before what nobody has, and a later version before an earlier one. */
function preferred(known: Observation | undefined, next: Observation): Observation {
  if (!known) return next
  if (known.reviewed !== next.reviewed) return known.reviewed ? known : next
  return next.version > known.version ? next : known
}

/** `published` is undefined where no report is held. */
function pointOf(year: number, observation: Observation | undefined, published: boolean | undefined): Point {
  if (!observation) {
    const reason = published === undefined ? "no_report" : "not_stated"
    return { year, value: null, reason, reviewed: published ?? true, evidence: null }
  }
  const { value, missing, exactness, low, high, flags, version, reviewed, evidence } = observation
  if (value === null) {
    return { year, value, reason: missing ?? "not_stated", reviewed, evidence }
  }
  const isExactly = exactness ?? "exact"
  return { year, value, exactness: isExactly, low, high, flags, version, reviewed, derived: false, evidence }
}
