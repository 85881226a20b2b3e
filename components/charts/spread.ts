import type { Locale } from "@/catalogue/messages/messages"
import type { Mark } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"
import type { ValueAxis } from "@/components/charts/value-axis"

/** A year's column: a mark a town, each moved aside by `shift` (0 in the middle, then 1, −1, 2, …) so that none covers
 * another; the box from the lower to the upper quartile, null where too few towns have a reviewed, comparable figure. */
export type SpreadColumn = {
  year: number
  label: string
  marks: readonly { mark: Mark; shift: number }[]
  box: { lower: number; median: number; upper: number; words: string } | null
  /** How many towns have a figure, in words. */
  count: string
}

/** The distribution of a metric over towns, year by year, before any pixel. */
export type SpreadState = {
  view: "spread"
  locale: Locale
  frame: Frame
  summary: string
  words: TooltipWords
  axis: ValueAxis
  columns: readonly SpreadColumn[]
}
