import type { Mark } from "@/components/charts/cell"
import { ink, textSize, textWidth } from "@/components/charts/ink"
import type { Line, LineState } from "@/components/charts/line"
import { margin } from "@/components/charts/margin"

/** A label at a line's end, moved so that none covers another. `townCode` is null for the median's. */
export type EndLabel = { townCode: number | null; text: string; y: number; colour: string; bold: boolean }

/** The pixels of a line chart that do not depend on its width, in px. Across, a point stands at a share of the width that
 * the margins leave: so one drawing fits a phone and a wall. */
export type LineLayout = {
  height: number
  top: number
  bottom: number
  left: number
  right: number
  endLabels: readonly EndLabel[]
}

/** How far the grid reaches beyond the first and last year. */
export const overhang = 14

const plotHeight = 308
const top = 28

/** Where the words stand that fill an empty plot. */
export const emptyHeight = top + plotHeight / 2

export const labelPitch = 18

export function layoutLine(state: LineState): LineLayout {
  const ticks = state.axis.ticks.map((tick) => textWidth(tick.label, textSize.small))
  const endLabels = placeEndLabels(state)
  const widest = Math.max(0, ...endLabels.map((label) => textWidth(label.text, textSize.label)))
  const left = margin(Math.max(24, ...ticks) + overhang + 8)
  const right = margin(endLabels.length === 0 ? 2 * overhang : widest + 16)
  const bottom = state.years.some((year) => year.hole) ? 60 : 28
  return { height: top + plotHeight + bottom, top, bottom, left, right, endLabels }
}

/** Where a year stands across the plot, 0 to 1; a single year in the middle. */
export function shareOfYear(index: number, count: number): number {
  return count === 1 ? 0.5 : index / (count - 1)
}

/** Where a value stands, in px from the top. */
export function heightOf(value: number, state: LineState): number {
  const { min, max } = state.axis
  return top + plotHeight * (1 - (value - min) / (max - min))
}

export function strokeOf(line: Line): string {
  if (line.tone === "focus") return ink.accent
  return line.tone === "named" ? line.colour : ink.muted
}

export function strokeWidthOf(line: Line): number {
  return { focus: 3, named: 2, muted: 1.25 }[line.tone]
}

/** True where a point's value stands above it in figures: along the focus line or the only one, but for its end, which the
 * label names. */
export function showsValue(mark: Mark, line: Line, state: LineState): boolean {
  const isTold = line.tone === "focus" || state.lines.length === 1
  return isTold && (line.endLabel === null || mark !== line.cells.findLast((cell) => cell.value !== null))
}

function placeEndLabels(state: LineState): readonly EndLabel[] {
  const ends = state.lines.flatMap((line): EndLabel[] => {
    const end = line.cells.findLast((cell) => cell.value !== null)
    if (line.endLabel === null || !end || end.value === null) return []
    const colour = line.tone === "muted" ? ink.soft : strokeOf(line)
    const bold = line.tone === "focus"
    return [{ townCode: line.townCode, text: line.endLabel, y: heightOf(end.value, state), colour, bold }]
  })
  const median = state.median?.runs.at(-1)?.at(-1)
  if (state.median && median) {
    const y = heightOf(median.value, state)
    ends.push({ townCode: null, text: state.median.label, y, colour: ink.text, bold: false })
  }
  return spread(ends, top + plotHeight + labelPitch / 2)
}

/** Pushes labels down until they are a pitch apart, then up from the foot of the plot (`end`, in px) those that fell off it. */
export function spread(labels: readonly EndLabel[], end: number): readonly EndLabel[] {
  const placed = [...labels].sort((a, b) => a.y - b.y)
  let floor = Number.NEGATIVE_INFINITY
  const down = placed.map((label) => {
    floor = Math.max(label.y, floor + labelPitch)
    return { ...label, y: floor }
  })
  let ceiling = end
  return down.reverse().map((label) => {
    const y = Math.min(label.y, ceiling)
    ceiling = y - labelPitch
    return { ...label, y }
  })
}
