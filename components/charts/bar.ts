import type { Locale } from "@/catalogue/messages/messages"
import type { Hole, Mark } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"

/** One town's bar. `share` is its length, 0 to 1 of the longest, of a rate 0 to 1 of 100% (0 for a stated zero). */
export type Bar = { mark: Mark; share: number; tone: "focus" | "plain" }

/** A bar chart before any pixel: bars from the longest to the shortest, then the towns that have none, with their reason. */
export type BarState = {
  view: "bar"
  locale: Locale
  frame: Frame
  unit: string
  summary: string
  words: TooltipWords
  bars: readonly Bar[]
  holes: readonly Hole[]
  median: { label: string; share: number } | null
}
