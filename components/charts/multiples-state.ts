import { formatUnit, formatYears } from "@/catalogue/format"
import { type Metric, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { buildCell } from "@/components/charts/cell"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import { buildLegend, metricName, titleOf, unitLine } from "@/components/charts/frame"
import { runsOf } from "@/components/charts/line-state"
import type { MultiplesState, Panel } from "@/components/charts/multiples"
import { colourOf, shapeOf } from "@/components/charts/town-look"
import { buildValueAxis, type ValueAxis } from "@/components/charts/value-axis"
import type { MedianPoint } from "@/statistics/median-series"
import type { Series } from "@/statistics/series"

/** What a panel opens: the town's page, or the metric's trend. */
export type PanelHref = (townCode: number, metric: Metric) => string | null

/** A panel a town of one metric, on one axis for all or on an axis each; `median` is the same in every panel. */
export function buildMultiplesState(
  input: ChartInput,
  median: readonly MedianPoint[] | null,
  axis: "shared" | "own",
  hrefOf: PanelHref,
): MultiplesState {
  const { metric, series, locale, focus } = input
  const t = translate(locale, "explore")
  const all = series.flatMap(valuesOf)
  const shared = buildValueAxis(
    [...all, ...(median ?? []).flatMap(({ value }) => value ?? [])],
    metric,
    locale,
  )
  const panels = series.map((one): Panel => {
    const title = nameOf(input, one.townCode)
    return {
      ...panelOf(input, metric, one, median, axis === "shared" ? shared : null),
      ...{ key: String(one.townCode), title, hint: null, href: hrefOf(one.townCode, metric) },
      tone: one.townCode === focus ? "focus" : "plain",
    }
  })
  const { title, years } = spanOf(input)
  const notes = axis === "own" ? ownNotes(panels, input) : shared.fromZero ? [] : [axisNote(shared, input)]
  return {
    ...stateOf(input, panels, input.title ?? title, unitLine(metric, locale), notes),
    summary: t("multiples.summary", { metric: metricName(metric, locale), years, panels: panels.length }),
  }
}

/** A panel a metric of one town, each on its own axis; `medians` gives the comparison set's of a metric. */
export function buildMultiplesOfTown(
  input: ChartInput,
  medians: (metric: Metric) => readonly MedianPoint[] | null,
  hrefOf: PanelHref,
): MultiplesState {
  const { series, locale } = input
  const t = translate(locale, "explore")
  const town = nameOf(input, series[0]?.townCode ?? 0)
  const panels = series.map((one): Panel => {
    const metric = metricOf(one.metric)
    return {
      ...panelOf(input, metric, one, medians(metric), null),
      ...{ key: metric.code, title: metricName(metric, locale), hint: formatUnit(metric, locale) },
      ...{ href: hrefOf(one.townCode, metric), tone: "plain" },
    }
  })
  const { years } = spanOf(input)
  const state = stateOf(
    input,
    panels,
    input.title ?? t("multiples.titleTown", { town, years }),
    "",
    ownNotes(panels, input),
  )
  const unit = t("heat.ownUnitsRow")
  return {
    ...state,
    frame: { ...state.frame, unit },
    summary: t("multiples.summaryTown", { town, years, panels: panels.length }),
  }
}

const valuesOf = ({ points }: Series) => points.flatMap(({ value }) => value ?? [])

function axisNote(axis: ValueAxis, { locale }: ChartInput): string {
  return translate(locale, "chart")("axisFrom", { value: axis.ticks[0]?.label ?? "" })
}

/** That panels do not compare, and which of them do not start at zero (rates that are all high). */
function ownNotes(panels: readonly Panel[], { locale }: ChartInput): readonly string[] {
  const t = translate(locale, "explore")
  const raised = panels.filter(({ axis }) => !axis.fromZero).map(({ title }) => title)
  const names = raised.join(translate(locale, "chart")("separator"))
  return [t("multiples.own"), ...(raised.length === 0 ? [] : [t("multiples.notZero", { panels: names })])]
}

function spanOf({ metric, series, locale }: ChartInput) {
  const points = series[0]?.points ?? []
  const [from, to] = [points[0]?.year ?? 0, points.at(-1)?.year ?? 0]
  return { title: titleOf(metric, from, to, locale), years: formatYears(from, to, locale) }
}

function panelOf(
  input: ChartInput,
  metric: Metric,
  { townCode, points, metric: code }: Series,
  median: readonly MedianPoint[] | null,
  shared: ValueAxis | null,
) {
  const { locale } = input
  const chart = translate(locale, "chart")
  const town = nameOf(input, townCode)
  const cells = points
    .map((point) => buildCell(point, { metric, townCode, town, href: input.hrefOf(townCode, point), locale }))
    .map((cell) => ({ ...cell, key: `${cell.key}/${code}` }))
  const medians = points.map(({ year }) => ({
    value: median?.find((point) => point.year === year)?.value ?? null,
  }))
  const values = [...cells, ...medians].flatMap(({ value }) => value ?? [])
  const last = cells.at(-1)
  const stated = cells.findLast((cell) => cell.value !== null)
  return {
    axis: shared ?? buildValueAxis(values, metric, locale),
    ...{ cells, runs: runsOf(cells), median: runsOf(medians) },
    ...{ colour: colourOf(townCode), shape: shapeOf(townCode) },
    last: last === undefined ? "" : last.value === null ? last.short : last.text,
    label: stated?.label ?? chart("summaryNone", { opening: town }),
  }
}

function stateOf(
  input: ChartInput,
  panels: readonly Panel[],
  title: string,
  unit: string,
  notes: readonly string[],
) {
  const { locale, metric, series } = input
  const t = translate(locale, "explore")
  const chart = translate(locale, "chart")
  const cells = panels.flatMap((panel) => panel.cells)
  const counted = panels.filter((panel) => panel.cells.some((cell) => cell.value !== null)).length
  return {
    view: "multiples" as const,
    locale,
    words: { open: chart("open"), noSource: chart("noSource") },
    years: (series[0]?.points ?? []).map(({ year }) => ({ year, label: String(year) })),
    panels,
    frame: {
      ...{ title, unit },
      coverage: t("multiples.coverage", { counted, asked: panels.length }),
      gaps: [],
      notes: [...notes, ...(metric.polarity === "none" ? [chart("workload")] : []), ...(input.notes ?? [])],
      legend: buildLegend(
        cells,
        panels.some((panel) => panel.median.length > 0),
        locale,
      ),
      source: chart("sourceLine", { source: input.source }),
    },
  }
}
