import type { Cell } from "@/components/charts/cell"
import type { ChangeState } from "@/components/charts/change"
import type { HeatState } from "@/components/charts/heat"
import type { MultiplesState } from "@/components/charts/multiples"
import type { ScatterState } from "@/components/charts/scatter"
import type { SpreadState } from "@/components/charts/spread"

/** The views that stay the server's drawing. */
export type StillState = ChangeState | HeatState | MultiplesState | ScatterState

/** Every cell that a mark of the view stands for. */
export function cellsOfView(view: StillState): readonly Cell[] {
  if (view.view === "change") {
    return [
      ...view.rows.flatMap((row) => [row.from, row.to]),
      ...view.holes.map(({ hole, town, words }) => ({ ...hole, heading: town, words })),
    ]
  }
  if (view.view === "heat") return view.rows.flatMap((row) => row.cells.map(({ cell }) => cell))
  if (view.view === "multiples") return view.panels.flatMap((panel) => panel.cells)
  return view.points.map((point) => point.both)
}

/** The same of a distribution. */
export function cellsOfSpread({ columns }: SpreadState): readonly Cell[] {
  return columns.flatMap(({ marks }) => marks.map(({ mark }) => mark))
}
