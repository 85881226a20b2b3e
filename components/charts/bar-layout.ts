import type { BarState } from "@/components/charts/bar"
import { textSize, textWidth } from "@/components/charts/ink"
import { margin } from "@/components/charts/margin"

/** The pixels of a bar chart that do not depend on its width, in px: a row a town, first the bars, then the holes. */
export type BarLayout = { height: number; top: number; barsEnd: number; left: number; right: number }

export const rowPitch = 34
export const barThickness = 20

export function layoutBar(state: BarState): BarLayout {
  const names = [...state.bars.map(({ mark }) => mark.town), ...state.holes.map((hole) => hole.town)]
  const values = state.bars.map(({ mark }) => textWidth(mark.text + mark.glyphs.join(""), textSize.label))
  const top = state.median ? 28 : 8
  const barsEnd = top + rowPitch * state.bars.length
  return {
    top,
    barsEnd,
    height: barsEnd + rowPitch * state.holes.length + 8,
    left: margin(Math.max(0, ...names.map((name) => textWidth(name, textSize.label))) + 12),
    right: margin(Math.max(24, ...values) + 16),
  }
}

/** The middle of a row, in px from `start`. */
export function rowMiddle(index: number, start: number): number {
  return start + rowPitch * (index + 0.5)
}
