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

/** Where a value stands, in px from the top, to a hundredth: a chart says it some hundred times. */
export function heightOf(value: number, state: LineState): number {
  const { min, max } = state.axis
  return top + Math.round(100 * plotHeight * (1 - (value - min) / (max - min))) / 100
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

type Pile = { labels: EndLabel[]; middle: number }

/** Places labels a pitch apart, each as near to its point as the others allow: those that would lie over one another are piled
 * around the middle of their points. None stands above the sheet or falls below `end`, in px. */
export function spread(labels: readonly EndLabel[], end: number): readonly EndLabel[] {
  const piles: Pile[] = []
  for (const label of [...labels].sort((a, b) => a.y - b.y)) {
    let pile: Pile = { labels: [label], middle: label.y }
    for (let above = piles.at(-1); above && footOf(above) + labelPitch > headOf(pile); above = piles.at(-1)) {
      piles.pop()
      pile = pileOf([...above.labels, ...pile.labels])
    }
    piles.push(pile)
  }
  let floor = labelPitch / 2
  let ceiling = end
  return piles
    .flatMap((pile) => pile.labels.map((label, i) => ({ ...label, y: headOf(pile) + i * labelPitch })))
    .map((label) => {
      const y = Math.max(label.y, floor)
      floor = y + labelPitch
      return { ...label, y }
    })
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, ceiling)
      ceiling = y - labelPitch
      return { ...label, y }
    })
}

const pileOf = (labels: EndLabel[]): Pile => ({
  labels,
  middle: labels.reduce((sum, { y }) => sum + y, 0) / labels.length,
})
const headOf = ({ labels, middle }: Pile) => middle - ((labels.length - 1) * labelPitch) / 2
const footOf = ({ labels, middle }: Pile) => middle + ((labels.length - 1) * labelPitch) / 2
