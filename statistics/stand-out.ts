import { type MetricCode, metricOf } from "@/catalogue/metric"
import { type Change, changeBetween } from "@/statistics/change"
import type { Point, Series, Stated, TownPoint } from "@/statistics/series"
import { sumTowns, type Total } from "@/statistics/total"

type Measured = Exclude<Change, { kind: "missing" }>

/** What is worth a leader's minute, each from cells that can be opened: a town's large change, the change of all towns that
 * state both years, a place left blank. Nothing here is a judgement. */
export type StandOut =
  | { kind: "town"; metric: MetricCode; townCode: number; from: Stated; to: Stated; change: Measured }
  | { kind: "sum"; metric: MetricCode; from: Total; to: Total; change: Measured }
  | { kind: "placeholder"; metric: MetricCode; townCode: number; point: Point }

/** How large a change must be to be said, in percent, and how many of a kind are said. */
const largeTown = 25
const largeSum = 5
const most = { town: 3, sum: 3 } as const

/** What stands out in a year against the year before. Only reviewed figures of one definition count; sums are over the same
 * towns in both years, so that a missing report is no fall. `told` are the metrics whose changes are said. */
export function findStandOuts(
  series: readonly Series[],
  year: number,
  told: readonly MetricCode[],
): readonly StandOut[] {
  const pairs = series.flatMap(({ metric, townCode, points }) => {
    const [from, to] = [year - 1, year].map((of) => points.find((point) => point.year === of))
    return from && to ? [{ metric, townCode, from, to }] : []
  })
  const towns = pairs.flatMap((pair): Extract<StandOut, { kind: "town" }>[] => {
    const { from, to, metric } = pair
    if (!told.includes(metric) || from.value === null || to.value === null) return []
    if (!from.reviewed || !to.reviewed) return []
    const change = changeBetween(metricOf(metric), from, to)
    const isLarge = change.kind === "full" && change.comparable && Math.abs(change.relative) >= largeTown
    return isLarge ? [{ kind: "town", metric, townCode: pair.townCode, from, to, change }] : []
  })
  const sums = told.flatMap((metric) =>
    sumOf(
      metric,
      pairs.filter((pair) => pair.metric === metric),
      year,
    ),
  )
  const blanks = pairs.flatMap(({ metric, townCode, to }): StandOut[] =>
    to.value === null && to.reason === "placeholder"
      ? [{ kind: "placeholder", metric, townCode, point: to }]
      : [],
  )
  const bySize = (a: { change: Measured }, b: { change: Measured }) => sizeOf(b.change) - sizeOf(a.change)
  const firstOfMetric = (one: { metric: MetricCode }, at: number, all: readonly { metric: MetricCode }[]) =>
    all.findIndex(({ metric }) => metric === one.metric) === at
  return [
    ...sums.sort(bySize).slice(0, most.sum),
    ...towns.sort(bySize).filter(firstOfMetric).slice(0, most.town),
    ...blanks,
  ]
}

const sizeOf = (change: Measured) => (change.kind === "full" ? Math.abs(change.relative) : 0)

/** The change of a sum over the towns that state both years, reviewed and alike; none where the catalogue allows no sum. */
function sumOf(
  code: MetricCode,
  pairs: readonly { townCode: number; from: Point; to: Point }[],
  year: number,
): Extract<StandOut, { kind: "sum" }>[] {
  const metric = metricOf(code)
  if (metric.aggregate !== "sum") return []
  const both = pairs.filter(({ from, to }) => {
    const change = changeBetween(metric, from, to)
    return from.reviewed && to.reviewed && change.kind !== "missing" && change.comparable
  })
  const of = (end: "from" | "to"): TownPoint[] =>
    both.map((pair) => ({ townCode: pair.townCode, point: pair[end] }))
  const [from, to] = [sumTowns(of("from")), sumTowns(of("to"))]
  if (from.value === null || to.value === null) return []
  const at = (total: Total, of: number): Point => ({
    ...{ year: of, value: total.value ?? 0, exactness: total.exactness ?? "exact", low: null, high: null },
    ...{ flags: [], version: 1, reviewed: true, derived: true, evidence: null },
  })
  const change = changeBetween(metric, at(from, year - 1), at(to, year))
  const isLarge = change.kind === "full" && Math.abs(change.relative) >= largeSum
  return isLarge ? [{ kind: "sum", metric: code, from, to, change }] : []
}
