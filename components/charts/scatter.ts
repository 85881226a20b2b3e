import type { Locale } from "@/catalogue/messages/messages"
import type { Cell, Mark } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"
import type { Shape } from "@/components/charts/town-look"
import type { ValueAxis } from "@/components/charts/value-axis"

/** A town by two metrics. `y` opens its sentence; `both` is what the point says of itself. */
export type ScatterPoint = {
  townCode: number
  town: string
  tone: "focus" | "plain"
  colour: string
  shape: Shape
  x: Mark
  y: Mark
  both: Mark
}

/** A scatter before any pixel: the towns that state both metrics, and those that do not, with what is missing. */
export type ScatterState = {
  view: "scatter"
  locale: Locale
  frame: Frame
  summary: string
  words: TooltipWords
  xAxis: ValueAxis
  yAxis: ValueAxis
  xName: string
  yName: string
  points: readonly ScatterPoint[]
  holes: readonly { townCode: number; town: string; x: Cell; y: Cell; words: string }[]
  medians: { x: number; y: number } | null
  nothing: string | null
}
