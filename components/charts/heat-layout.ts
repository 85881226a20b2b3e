import type { HeatState } from "@/components/charts/heat"
import { textSize, textWidth } from "@/components/charts/ink"
import { margin } from "@/components/charts/margin"

export type HeatLayout = { height: number; top: number; pitch: number; left: number; right: number }

const lineHeight = 16
const narrowestCell = 56

/** How many characters a line of a column's head has: names of metrics are broken, years are not. */
export function columnText(state: HeatState): number {
  return state.columns.length > 8 ? 4 : 6
}

/** The pixels of a heat map that do not depend on its width. */
export function layoutHeat(state: HeatState): HeatLayout {
  const pitch = 40
  const names = state.rows.map(
    (row) =>
      textWidth(row.label, textSize.label) +
      (row.unit === null ? 0 : textWidth(row.unit, textSize.small) + 4),
  )
  const heads = state.columns.map(({ label }) => linesOf(label, columnText(state)).length)
  const top = 16 + lineHeight * Math.max(1, ...heads)
  return {
    ...{ top, pitch },
    height: top + pitch * state.rows.length + 4,
    left: margin(Math.max(48, ...names) + 20),
    right: margin(2),
  }
}

/** The narrowest that a heat map is drawn, in px: on a phone it scrolls rather than lay one figure over another. */
export function narrowestHeat(state: HeatState): number {
  const { left, right } = layoutHeat(state)
  return left + right + narrowestCell * state.columns.length
}

/** A name in lines of so many Chinese characters; Latin words are kept whole and count half. */
export function linesOf(text: string, most: number): readonly string[] {
  const pieces = /[\u2e80-\uffff]/.test(text) ? [...text] : text.split(/(?<= )/)
  const lines: string[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    const joined = (line ?? "") + piece
    if (line !== undefined && textWidth(joined.trimEnd(), 1) <= most) {
      lines[lines.length - 1] = joined
    } else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}
