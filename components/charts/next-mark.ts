import type { BarState } from "@/components/charts/bar"
import type { Cell } from "@/components/charts/cell"
import type { LineState } from "@/components/charts/line"

export const arrowKeys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const
export type ArrowKey = (typeof arrowKeys)[number]

/** Where an arrow leads from a mark, by key, or null at the edge. In lines, left and right go along the town's years and over
 * its gaps, up and down to the next higher or lower value of the year; in bars, to the row above or below. */
export function nextMark(state: LineState | BarState, from: string, arrow: ArrowKey): string | null {
  const step = arrow === "ArrowRight" || arrow === "ArrowDown" ? 1 : -1
  const isSideways = arrow === "ArrowLeft" || arrow === "ArrowRight"
  const row =
    state.view === "bar" ? rowsOf(state) : isSideways ? alongTown(state, from) : withinYear(state, from)
  const at = row.findIndex((cell) => cell.key === from)
  return at < 0 ? null : (row[at + step]?.key ?? null)
}

/** All that a mark's key may name, for its tooltip. */
export function cellsOf(state: LineState | BarState): readonly Cell[] {
  return state.view === "bar" ? rowsOf(state) : state.lines.flatMap((line) => line.cells)
}

function rowsOf({ bars, holes }: BarState): readonly Cell[] {
  return [...bars.map((bar) => bar.mark), ...holes]
}

function alongTown({ lines }: LineState, key: string): readonly Cell[] {
  const cells = lines.find((line) => line.cells.some((cell) => cell.key === key))?.cells ?? []
  return cells.filter((cell) => cell.value !== null)
}

function withinYear({ lines }: LineState, key: string): readonly Cell[] {
  const year = lines.flatMap((line) => line.cells).find((cell) => cell.key === key)?.year
  return lines
    .flatMap((line) => line.cells)
    .filter((cell) => cell.year === year && cell.value !== null)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0) || a.townCode - b.townCode)
}
