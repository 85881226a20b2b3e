import type { Metric } from "@/catalogue/metric"
import { changeBetween } from "@/statistics/change"
import type { SortKey } from "@/statistics/explore-state"
import type { Series } from "@/statistics/series"

/** Towns in the order that is asked for. Who has nothing to sort by comes last whichever way it goes, by code; equal ones
 * keep the order of their codes. Names go by `nameOf`. */
export function sortTowns(
  metric: Metric,
  series: readonly Series[],
  { key, order }: { key: SortKey; order: "down" | "up" },
  nameOf: (townCode: number) => string,
): readonly Series[] {
  const sign = order === "down" ? -1 : 1
  const byCode = [...series].sort((a, b) => a.townCode - b.townCode)
  if (key === "code") return order === "down" ? byCode : byCode.reverse()
  if (key === "name") {
    const names = byCode.sort((a, b) => nameOf(a.townCode).localeCompare(nameOf(b.townCode), "zh-CN"))
    return order === "down" ? names : names.reverse()
  }
  const measured = byCode.map((one) => ({ one, value: measureOf(metric, one, key) }))
  const rank = (value: number | null) => (value === null ? 1 : 0)
  return measured
    .sort((a, b) => rank(a.value) - rank(b.value) || sign * ((a.value ?? 0) - (b.value ?? 0)))
    .map(({ one }) => one)
}

function measureOf(metric: Metric, { points }: Series, key: SortKey): number | null {
  if (key === "value") return points.at(-1)?.value ?? null
  if (key.startsWith("y")) return points.find((point) => `y${point.year}` === key)?.value ?? null
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const change = changeBetween(metric, first, last)
  if (change.kind === "missing" || !change.comparable) return null
  if (key === "change") return change.absolute
  return change.kind === "full" ? change.relative : null
}
