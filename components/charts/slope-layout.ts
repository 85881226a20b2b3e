import type { ChangeRow, ChangeState } from "@/components/charts/change"
import { shareOf } from "@/components/charts/change-layout"
import { textSize, textWidth } from "@/components/charts/ink"
import { type EndLabel, labelPitch, spread } from "@/components/charts/line-layout"

/** The pixels of a slope chart that do not depend on its width: a label a town at both ends, so that it is as high as they
 * need. */
export type SlopeLayout = {
  height: number
  top: number
  plot: number
  left: number
  right: number
  starts: readonly EndLabel[]
  ends: readonly EndLabel[]
}

const top = 44
const lowest = 320

export function layoutSlope(state: ChangeState, colourOf: (row: ChangeRow) => string): SlopeLayout {
  const plot = Math.max(lowest, labelPitch * state.rows.length)
  const labels = (textOf: (row: ChangeRow) => string, figureOf: (row: ChangeRow) => number) =>
    spread(
      state.rows.map((row) => ({
        ...{ townCode: row.townCode, text: textOf(row), bold: row.tone === "focus" },
        ...{ y: heightIn(figureOf(row), plot, state), colour: colourOf(row) },
      })),
      top + plot + labelPitch / 2,
    )
  const starts = labels(
    ({ town, from }) => `${town} ${from.text}`,
    ({ from }) => from.value,
  )
  const ends = labels(
    ({ town, to, text }) => `${to.text} ${town} ${text}`,
    ({ to }) => to.value,
  )
  const widest = (of: readonly EndLabel[]) =>
    Math.ceil(Math.max(24, ...of.map(({ text }) => textWidth(text, textSize.small)))) + leader + 6
  return {
    ...{ top, plot, starts, ends, height: top + plot + 20 },
    ...{ left: widest(starts), right: widest(ends) },
  }
}

/** How far a name stands from its point, in px. */
export const leader = 26

/** Where a value stands, in px from the top. */
export function heightIn(value: number, plot: number, state: ChangeState): number {
  return top + plot * (1 - shareOf(value, state))
}

/** On a narrower page than this, in px, the lines would have no room between the names: it scrolls instead. */
export function narrowestSlope(state: ChangeState): number {
  const { left, right } = layoutSlope(state, () => "")
  return left + right + 160
}
