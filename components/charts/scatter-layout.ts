import { textSize, textWidth } from "@/components/charts/ink"
import { margin } from "@/components/charts/margin"
import type { ScatterPoint, ScatterState } from "@/components/charts/scatter"
import type { ValueAxis } from "@/components/charts/value-axis"

export const scatterTop = 40
export const scatterPlot = 360
export const scatterBottom = 64

/** The width of plot for which labels are laid so that none covers another; on a narrower one only the first stay. */
const nominal = 720
const pitch = 17

export type PointLabel = { townCode: number; side: "right" | "left"; isMain: boolean }

export function layoutScatter(state: ScatterState) {
  const ticks = state.yAxis.ticks.map((tick) => textWidth(tick.label, textSize.small))
  return {
    height: scatterTop + scatterPlot + scatterBottom,
    left: margin(Math.max(24, ...ticks) + 20),
    right: 24,
  }
}

/** Where a value stands along an axis, 0 to 1. */
export function along(value: number, { min, max }: ValueAxis): number {
  return max === min ? 0.5 : (value - min) / (max - min)
}

/** Names beside the points, the focus and the highest first, on the side where there is room; who finds none is named by
 * pointer, keyboard and table. */
export function labelPoints(state: ScatterState): readonly PointLabel[] {
  const byRank = [...state.points].sort(
    (a, b) => Number(b.tone === "focus") - Number(a.tone === "focus") || b.y.value - a.y.value,
  )
  const at = (point: ScatterPoint) => ({
    x: nominal * along(point.x.value, state.xAxis),
    y: scatterPlot * (1 - along(point.y.value, state.yAxis)),
  })
  type Box = { left: number; right: number; top: number; bottom: number }
  const taken: Box[] = state.points.map((point) => {
    const { x, y } = at(point)
    return { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }
  })
  const isFree = (box: Box) =>
    box.left >= -10 &&
    box.right <= nominal + 20 &&
    taken.every(
      (other) =>
        box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    )
  const labels: PointLabel[] = []
  for (const [index, point] of byRank.entries()) {
    const { x, y } = at(point)
    const width = textWidth(point.town, textSize.small)
    const box = (side: "right" | "left") => {
      const left = side === "right" ? x + 9 : x - 9 - width
      return { left, right: left + width, top: y - pitch / 2, bottom: y + pitch / 2 }
    }
    const side = (["right", "left"] as const).find((candidate) => isFree(box(candidate)))
    if (!side) continue
    taken.push(box(side))
    labels.push({ townCode: point.townCode, side, isMain: index < 3 })
  }
  return labels
}
