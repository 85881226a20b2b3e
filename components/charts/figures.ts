import type { Locale } from "@/catalogue/messages/messages"
import type { Cell } from "@/components/charts/cell"
import type { Frame } from "@/components/charts/frame"
import type { Run } from "@/components/charts/line"
import type { SortKey } from "@/statistics/explore-state"

/** A town's row: a cell a year, the change from the first to the last, and its line in small. */
export type FiguresRow = {
  townCode: number
  town: string
  bold: boolean
  cells: readonly Cell[]
  absolute: string | null
  relative: string | null
  reason: string | null
  runs: readonly Run[]
}

/** A foot row over the towns shown: the total with what it rests on, or the median. */
export type FiguresFoot = {
  key: string
  label: string
  cells: readonly { text: string; note: string | null }[]
}

/** The table view: towns by years, sorted, what has no value last whichever way it is sorted. */
export type FiguresState = {
  view: "table"
  locale: Locale
  frame: Frame
  summary: string
  years: readonly number[]
  sort: SortKey
  order: "down" | "up"
  rows: readonly FiguresRow[]
  feet: readonly FiguresFoot[]
}
