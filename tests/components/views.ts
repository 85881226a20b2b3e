import { buildChangeState } from "@/components/charts/change-state"
import type { ChartInput } from "@/components/charts/chart-input"
import { buildFiguresState } from "@/components/charts/figures-state"
import { buildHeatOfTown, buildHeatState } from "@/components/charts/heat-state"
import { buildMultiplesState } from "@/components/charts/multiples-state"
import { buildScatterState } from "@/components/charts/scatter-state"
import { medianSeries } from "@/statistics/median-series"

const medianOf = (input: ChartInput) => medianSeries(input.series)

/** Every view but line and bar, built from one input. The scatter sets a metric against itself, which lies on the diagonal. */
export const views = {
  change: buildChangeState,
  "change as slopes": (input: ChartInput) => buildChangeState(input, "slope"),
  table: (input: ChartInput) =>
    buildFiguresState(input, { totals: null, median: null }, { key: "code", order: "down" }),
  heat: buildHeatState,
  "heat of a town": (input: ChartInput) => buildHeatOfTown({ ...input, series: input.series.slice(0, 1) }),
  "panels on one axis": (input: ChartInput) =>
    buildMultiplesState(input, medianOf(input), "shared", () => null),
  "panels on their own": (input: ChartInput) => buildMultiplesState(input, null, "own", () => null),
  scatter: (input: ChartInput) =>
    buildScatterState(input, { metric: input.metric, series: input.series }, 2024),
} as const
