import type { Metric } from "@/catalogue/metric"
import type { MissingReason } from "@/catalogue/status"
import type { Point } from "@/statistics/series"

/** No percentage is given on a base under this: 1 case to 3 is "2 more", not "+200%". */
export const smallestBase = 10

/** From one year to another. `points`: a rate moves by percentage points. `relative` is in percent. `exact` is false when
 * either end is; `comparable` is false when a break or another definition lies between the two. */
export type Change =
  | { kind: "missing"; end: "from" | "to"; reason: MissingReason }
  | { kind: "from_zero"; absolute: number; exact: boolean; comparable: boolean }
  | { kind: "small_base"; absolute: number; exact: boolean; comparable: boolean }
  | { kind: "points"; absolute: number; exact: boolean; comparable: boolean }
  | { kind: "full"; absolute: number; relative: number; exact: boolean; comparable: boolean }

/** The change of `metric` between two points of one town, in the metric's stored unit. */
export function changeBetween(metric: Metric, from: Point, to: Point): Change {
  if (from.value === null) return { kind: "missing", end: "from", reason: from.reason }
  if (to.value === null) return { kind: "missing", end: "to", reason: to.reason }
  const absolute = to.value - from.value
  const exact = [from, to].every(({ exactness }) => exactness === "exact" || exactness === "all")
  const differs = (point: typeof from) => point.flags.includes("definition_differs")
  const comparable = !to.flags.includes("break") && differs(from) === differs(to)
  const measured = { absolute, exact, comparable }
  if (metric.kind === "rate") return { kind: "points", ...measured }
  if (from.value === 0) return { kind: "from_zero", ...measured }
  // Yuan are not cases: a base of 5 yuan never occurs, and one of 5万元 bears a percentage.
  if (metric.kind !== "amount" && from.value < smallestBase) return { kind: "small_base", ...measured }
  return { kind: "full", ...measured, relative: (100 * absolute) / from.value }
}
