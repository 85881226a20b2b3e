import type { Locale } from "@/catalogue/messages/messages"
import type { Cell } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"
import type { Run } from "@/components/charts/line"
import type { Shape } from "@/components/charts/town-look"
import type { ValueAxis } from "@/components/charts/value-axis"

/** One small chart: a town's or a metric's line with the median as a thin one. `ends` are its first and last value in words,
 * `hint` its unit where panels differ in it. */
export type Panel = {
  key: string
  title: string
  hint: string | null
  href: string | null
  tone: "focus" | "plain"
  colour: string
  shape: Shape
  axis: ValueAxis
  cells: readonly Cell[]
  runs: readonly Run[]
  median: readonly Run[]
  last: string
  label: string
}

/** Small multiples before any pixel: panels in a grid over the same years. */
export type MultiplesState = {
  view: "multiples"
  locale: Locale
  frame: Frame
  summary: string
  words: TooltipWords
  years: readonly { year: number; label: string }[]
  panels: readonly Panel[]
}
