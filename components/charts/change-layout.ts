import { rowPitch } from "@/components/charts/bar-layout"
import type { ChangeState } from "@/components/charts/change"
import { textSize, textWidth } from "@/components/charts/ink"
import { margin } from "@/components/charts/margin"

/** The pixels of a change chart that do not depend on its width: a row a town, first the changes, then the holes. */
export type ChangeLayout = { height: number; top: number; rowsEnd: number; left: number; right: number }

const header = 34

export function layoutChange(state: ChangeState): ChangeLayout {
  const names = [...state.rows, ...state.holes].map(({ town }) => textWidth(town, textSize.label))
  const texts = state.rows.map(({ text, verdict }) =>
    textWidth(verdict === null ? text : `${text} ${verdict}`, textSize.label),
  )
  const rowsEnd = header + rowPitch * state.rows.length
  return {
    top: header,
    rowsEnd,
    height: rowsEnd + rowPitch * state.holes.length + 8,
    left: margin(Math.max(0, ...names) + 24),
    right: margin(Math.max(24, ...texts) + 24),
  }
}

/** Where a value stands across the plot, 0 to 1. */
export function shareOf(value: number, { axis }: Pick<ChangeState, "axis">): number {
  return axis.max === axis.min ? 0 : (value - axis.min) / (axis.max - axis.min)
}
