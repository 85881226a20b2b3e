import type { Metric, MetricCode } from "@/catalogue/metric"
import { combineExactness } from "@/statistics/combine-exactness"
import type { Point, Series, Stated, TownPoint } from "@/statistics/series"
import type { Total } from "@/statistics/total"

/** What a count may be set against. `scale`: per how many of it; `unit` is what stands under the line. */
export const perBases = {
  population: { metric: "population", scale: 10_000, unit: "万人" },
  villages: { metric: "villages", scale: 1, unit: "村" },
  officers: { metric: "enforcement_officers", scale: 1, unit: "执法人员" },
} as const satisfies Readonly<Record<string, { metric: MetricCode; scale: number; unit: string }>>

export type PerBase = "none" | keyof typeof perBases
export type PerName = Exclude<PerBase, "none">
export const perNames = ["population", "villages", "officers"] as const satisfies readonly PerName[]

export function isPerBase(text: string): text is PerBase {
  return text === "none" || Object.hasOwn(perBases, text)
}

/** Whether a metric may be set against a base: rates already are, and what is counted is not set against itself. */
export function mayBePer(metric: Metric, per: PerName): boolean {
  return metric.kind !== "rate" && metric.group !== "context" && metric.code !== perBases[per].metric
}

/** The metric that a quotient is: `件/村`, compared as the count is, summed by sum over sum only. */
export function perMetric(metric: Metric, per: PerName): Metric {
  return { ...metric, unit: `${metric.unit}/${perBases[per].unit}`, aggregate: "none" }
}

/** Every point divided by its town's base of the same year, or of the latest year before it that states one. Where no base
 * is stated, the point has no value, for the base's reason. */
export function perSeries(series: readonly Series[], bases: readonly Series[], per: PerName) {
  const { scale } = perBases[per]
  const baseYears = new Set<string>()
  const divided = series.map(({ townCode, metric, points }): Series => {
    const base = bases.find((one) => one.townCode === townCode)?.points ?? []
    return {
      ...{ townCode, metric },
      points: points.map((point): Point => {
        if (point.value === null) return point
        const under = baseOf(base, point.year)
        if (!under) {
          const own = base.find((one) => one.year === point.year)
          const reason = own && own.value === null ? own.reason : "not_stated"
          return { year: point.year, value: null, reason, reviewed: point.reviewed, evidence: null }
        }
        if (under.year !== point.year) baseYears.add(`${townCode}/${point.year}/${under.year}`)
        return dividePoint(point, under, scale)
      }),
    }
  })
  const borrowed = [...baseYears].map((key) => {
    const [townCode = 0, year = 0, from = 0] = key.split("/").map(Number)
    return { townCode, year, from }
  })
  return { series: divided, borrowed }
}

/** Bases with the latest earlier figure standing in for a year that states none, as the quotients have it: so that a total of
 * quotients rests on the same towns as they do. An earlier figure that nobody reviewed stays unreviewed. */
export function carryBases(bases: readonly Series[], year: number): readonly Series[] {
  return bases.map((one) => {
    const under = baseOf(one.points, year)
    return {
      ...one,
      points: one.points.map((point) => (point.year === year && under ? { ...under, year } : point)),
    }
  })
}

function baseOf(points: readonly Point[], year: number): Stated | undefined {
  return points.findLast(
    (point): point is Stated => point.year <= year && point.value !== null && point.value > 0,
  )
}

function dividePoint(point: Stated, under: Stated, scale: number): Stated {
  const combined = combineExactness([point.exactness, under.exactness])
  return {
    ...point,
    value: (point.value * scale) / under.value,
    exactness: combined === "exact" ? "exact" : "about",
    low: null,
    high: null,
    reviewed: point.reviewed && under.reviewed,
    derived: true,
  }
}

/** The towns' quotient together: sum over sum, over the towns that state both. */
export function perTotal(counts: readonly TownPoint[], bases: readonly TownPoint[], per: PerName): Total {
  const under = new Map(bases.map(({ townCode, point }) => [townCode, point]))
  const pairs = counts.flatMap(({ townCode, point }) => {
    const base = under.get(townCode)
    return point.value !== null && base && base.value !== null && base.value > 0 ? [{ point, base }] : []
  })
  const sum = (points: readonly Stated[]) => points.reduce((total, { value }) => total + value, 0)
  const counted = new Set(pairs.map(({ point }) => point))
  const exactness = combineExactness(pairs.flatMap(({ point, base }) => [point.exactness, base.exactness]))
  return {
    value:
      pairs.length === 0
        ? null
        : (sum(pairs.map(({ point }) => point)) * perBases[per].scale) / sum(pairs.map(({ base }) => base)),
    exactness: exactness === "exact" || exactness === null ? exactness : "about",
    counted: pairs.length,
    asked: counts.length,
    unreviewed: pairs.filter(({ point, base }) => !point.reviewed || !base.reviewed).length,
    missing: counts.flatMap(({ townCode, point }) => {
      if (point.value === null) return [{ townCode, reason: point.reason }]
      const base = under.get(townCode)
      const reason = base && base.value === null ? base.reason : "not_stated"
      return counted.has(point) ? [] : [{ townCode, reason } as const]
    }),
  }
}
