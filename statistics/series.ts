import type { MetricCode } from "@/catalogue/metric"
import type { Exactness, Flag, MissingReason } from "@/catalogue/status"
import type { Evidence } from "@/statistics/observation"

/** A year with a value. `derived`: computed from two counts instead of read from the report. */
export type Stated = {
  year: number
  value: number
  exactness: Exactness
  low: number | null
  high: number | null
  flags: readonly Flag[]
  version: number
  reviewed: boolean
  derived: boolean
  evidence: Evidence | null
}

/** A year without a value, and why. `evidence` is there when the report itself shows the hole (`调处纠纷@件`). */
export type Gap = {
  year: number
  value: null
  reason: MissingReason
  reviewed: boolean
  evidence: Evidence | null
}

/** `point.value === null` tells the two apart. */
export type Point = Stated | Gap

/** One town and metric over a full axis: every year has a point, in order, and gaps stay visible. */
export type Series = { townCode: number; metric: MetricCode; points: readonly Point[] }

/** One town's point of one year, for figures across towns. */
export type TownPoint = { townCode: number; point: Point }

/** The points of one year, one a series that has the year on its axis. */
export function pointsOfYear(series: readonly Series[], year: number): readonly TownPoint[] {
  return series.flatMap(({ townCode, points }) =>
    points.filter((point) => point.year === year).map((point) => ({ townCode, point })),
  )
}

/** The points with every reading that nobody has decided put aside: it counts in no total, and its town is one without a
 * stated figure until somebody does. */
export function reviewedOnly(towns: readonly TownPoint[]): readonly TownPoint[] {
  return towns.map(({ townCode, point }) => ({ townCode, point: decided(point) }))
}

/** The same for whole series: what a median is taken over. */
export function reviewedSeries(series: readonly Series[]): readonly Series[] {
  return series.map((one) => ({ ...one, points: one.points.map(decided) }))
}

function decided(point: Point): Point {
  if (point.reviewed) return point
  const { year, evidence } = point
  return { year, value: null, reason: "not_stated", reviewed: false, evidence }
}
