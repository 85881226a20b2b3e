import type { Metric } from "@/catalogue/metric"
import type { Point } from "@/statistics/series"
import type { Target } from "@/statistics/target"

/** What became of a promise. `open`: its year has no report yet; `untold`: the report does not give the figure; `unsure`: it
 * gives one, but the two cannot be compared (not reviewed, another definition, inexact on the wrong side). */
export type PromiseOutcome = "kept" | "missed" | "open" | "untold" | "unsure"

/** Compares a plan's promise with what the year's report gives. More keeps it, except where less is better by the catalogue's
 * polarity. `result` undefined: the year is not on the axis. */
export function judgePromise(
  metric: Metric,
  target: Pick<Target, "value">,
  result: Point | undefined,
): PromiseOutcome {
  if (!result || (result.value === null && result.reason === "no_report")) return "open"
  if (result.value === null) return "untold"
  const differs = result.flags.includes("definition_differs") || result.flags.includes("disputed")
  // A fall that is promised (减少5件) is no level that a result could be held against.
  if (target.value === null || target.value < 0 || !result.reviewed || differs) return "unsure"
  const isLess = metric.polarity === "down"
  const isKept = isLess ? result.value <= target.value : result.value >= target.value
  const { exactness } = result
  if (exactness === "exact" || exactness === "all") return isKept ? "kept" : "missed"
  // 余 keeps a promise that its own figure keeps, 近 misses one that its own figure misses; the rest is open to doubt.
  if (exactness === "over" && !isLess && isKept) return "kept"
  if (exactness === "under" && !isLess && !isKept) return "missed"
  return "unsure"
}
