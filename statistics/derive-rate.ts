import type { MetricCode } from "@/catalogue/metric"
import { combineExactness } from "@/statistics/combine-exactness"
import type { Point, Series } from "@/statistics/series"

/** A rate in percent from its two counts where both are stated, else the rate as the report prints it. Nothing under the
 * line is `not_applicable`, not 0 and not 100 (no hearing due, no appearance rate). */
export function deriveRate(stated: Point, numerator: Point, denominator: Point): Point {
  if (numerator.value === null || denominator.value === null) return stated
  const { year } = stated
  const reviewed = numerator.reviewed && denominator.reviewed
  const { evidence } = numerator
  if (denominator.value === 0) return { year, value: null, reason: "not_applicable", reviewed, evidence }
  const combined = combineExactness([numerator.exactness, denominator.exactness])
  return {
    year,
    value: (100 * numerator.value) / denominator.value,
    exactness: combined === "exact" ? "exact" : "about",
    low: null,
    high: null,
    flags: [...new Set([...numerator.flags, ...denominator.flags])],
    version: Math.max(numerator.version, denominator.version),
    reviewed,
    derived: true,
    evidence,
  }
}

/** `deriveRate` along a whole axis. The three series are of one town and the same years. */
export function deriveRateSeries(
  metric: MetricCode,
  stated: Series,
  numerator: Series,
  denominator: Series,
): Series {
  const points = stated.points.map((point, index) => {
    const above = numerator.points[index]
    const below = denominator.points[index]
    return above && below ? deriveRate(point, above, below) : point
  })
  return { townCode: stated.townCode, metric, points }
}
