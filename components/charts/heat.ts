import type { Locale } from "@/catalogue/messages/messages"
import type { Cell } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"

/** How dark a cell is: 0 for a stated zero, then four steps of one hue up to the largest value of its scale; null for a cell
 * without a value. */
export type Shade = 0 | 1 | 2 | 3 | 4

export type HeatCell = { cell: Cell; shade: Shade | null }

export type HeatRow = {
  key: string
  label: string
  unit: string | null
  bold: boolean
  cells: readonly HeatCell[]
}

/** A step of the scale and the values that it stands for, in words. */
export type HeatStep = { shade: Shade; words: string }

/** A heat map before any pixel: rows of cells, darker the larger. `steps` is empty where every row or column has a scale of
 * its own; the frame then says so. */
export type HeatState = {
  view: "heat"
  locale: Locale
  frame: Frame
  summary: string
  words: TooltipWords
  head: string
  columns: readonly { key: string; label: string; full: string }[]
  rows: readonly HeatRow[]
  steps: readonly HeatStep[]
}
