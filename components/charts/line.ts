import type { Locale } from "@/catalogue/messages/messages"
import type { Cell } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"
import type { Shape } from "@/components/charts/town-look"
import type { ValueAxis } from "@/components/charts/value-axis"

/** `focus`: bold accent; `named`: the town's own colour; `muted`: grey. */
export type Tone = "focus" | "named" | "muted"

/** A stretch of values that a stroke joins, by the index of their year. A gap or a break ends it; one value is a lone dot. */
export type Run = readonly { index: number; value: number }[]

/** One town's line: a cell for every year, and the stretches between its gaps. */
export type Line = {
  townCode: number
  town: string
  tone: Tone
  colour: string
  shape: Shape
  cells: readonly Cell[]
  runs: readonly Run[]
  endLabel: string | null
}

/** What stands under a year of the axis: the reason of the one line that matters, or how many lines have no value. */
export type YearTick = {
  year: number
  label: string
  hole: { short: string; label: string; href: string | null } | null
}

/** The thin line of the comparison set's median. */
export type MedianLine = {
  label: string
  runs: readonly Run[]
}

/** A line chart before any pixel: plain data that goes from server to browser. `nothing` stands in an empty plot. */
export type LineState = {
  view: "line"
  locale: Locale
  frame: Frame
  summary: string
  words: TooltipWords
  years: readonly YearTick[]
  axis: ValueAxis
  lines: readonly Line[]
  median: MedianLine | null
  nothing: string | null
}
