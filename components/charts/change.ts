import type { Locale } from "@/catalogue/messages/messages"
import type { Cell, Hole, Mark } from "@/components/charts/cell"
import type { TooltipWords } from "@/components/charts/chart-tooltip"
import type { Frame } from "@/components/charts/frame"
import type { ValueAxis } from "@/components/charts/value-axis"

/** A town's way from one year to another. `text` is the change as it is written (`+50（+12.3%）`), `direction` where it went;
 * `verdict` says 改善 or 下降 in words, only where the catalogue knows which way is better. */
export type ChangeRow = {
  townCode: number
  town: string
  tone: "focus" | "plain"
  from: Mark
  to: Mark
  text: string
  direction: "up" | "down" | "same"
  verdict: string | null
}

/** A town that has no change: at least one of its two years has no value. */
export type ChangeHole = { townCode: number; town: string; from: Cell; to: Cell; hole: Hole; words: string }

export const changeShapes = ["dumbbell", "slope"] as const
export type ChangeShape = (typeof changeShapes)[number]

/** A dumbbell or slope chart before any pixel: rows by their change, the largest rise first, then the towns that have none. */
export type ChangeState = {
  view: "change"
  locale: Locale
  frame: Frame
  summary: string
  words: TooltipWords
  shape: ChangeShape
  axis: ValueAxis
  fromLabel: string
  toLabel: string
  rows: readonly ChangeRow[]
  holes: readonly ChangeHole[]
}
