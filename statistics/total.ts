import type { Metric, MetricCode } from "@/catalogue/metric"
import type { Exactness, MissingReason } from "@/catalogue/status"
import { combineExactness } from "@/statistics/combine-exactness"
import type { Stated, TownPoint } from "@/statistics/series"

/** A figure of many towns and what it rests on. `value` is null when no town counts; `missing` names the ones that do not. */
export type Total = {
  value: number | null
  exactness: Exactness | null
  counted: number
  asked: number
  unreviewed: number
  missing: readonly { townCode: number; reason: MissingReason }[]
}

/** The total of `metric` over towns in one year, by the catalogue's aggregation: a sum, or sum over sum for a rate (never a
 * mean of rates), or null where the catalogue allows none. `pointsOf` gives the towns' points of any metric it asks for. */
export function totalOf(metric: Metric, pointsOf: (code: MetricCode) => readonly TownPoint[]): Total | null {
  if (metric.aggregate === "sum") return sumTowns(pointsOf(metric.code))
  if (metric.aggregate === "none" || !metric.numerator || !metric.denominator) return null
  return divideSums(pointsOf(metric.numerator), pointsOf(metric.denominator))
}

/** The sum over the towns that state a value. A total with one inexact addend is inexact. */
export function sumTowns(towns: readonly TownPoint[]): Total {
  const stated = towns.flatMap(({ point }) => (point.value === null ? [] : [point]))
  return {
    value: stated.length === 0 ? null : sum(stated),
    exactness: combineExactness(stated.map((point) => point.exactness)),
    counted: stated.length,
    asked: towns.length,
    unreviewed: stated.filter((point) => !point.reviewed).length,
    missing: towns.flatMap(({ townCode, point }) =>
      point.value === null ? [{ townCode, reason: point.reason }] : [],
    ),
  }
}

/** Sum of numerators over sum of denominators in percent, over the towns that state both. */
export function divideSums(numerators: readonly TownPoint[], denominators: readonly TownPoint[]): Total {
  const below = new Map(denominators.map(({ townCode, point }) => [townCode, point]))
  const pairs: { above: Stated; under: Stated }[] = []
  const missing: { townCode: number; reason: MissingReason }[] = []
  for (const { townCode, point: above } of numerators) {
    const under = below.get(townCode)
    if (above.value === null) missing.push({ townCode, reason: above.reason })
    else if (!under || under.value === null) missing.push({ townCode, reason: under?.reason ?? "not_stated" })
    else pairs.push({ above, under })
  }
  const base = sum(pairs.map(({ under }) => under))
  const exactnesses = pairs.flatMap(({ above, under }) => [above.exactness, under.exactness])
  const combined = combineExactness(exactnesses)
  return {
    value: base === 0 ? null : (100 * sum(pairs.map(({ above }) => above))) / base,
    exactness: combined === "exact" || combined === null ? combined : "about",
    counted: pairs.length,
    asked: numerators.length,
    unreviewed: pairs.filter(({ above, under }) => !above.reviewed || !under.reviewed).length,
    missing,
  }
}

function sum(points: readonly Stated[]): number {
  return points.reduce((total, point) => total + point.value, 0)
}
