import { formatUnit, formatValue, formatYear, formatYears } from "@/catalogue/format"
import { type Metric, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { buildCell, type Cell } from "@/components/charts/cell"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import { buildLegend, metricName, titleOf, unitLine } from "@/components/charts/frame"
import type { HeatRow, HeatState, HeatStep, Shade } from "@/components/charts/heat"
import type { Point, Series } from "@/statistics/series"

const darkest = 4

/** Towns by years of one metric, all on one scale. */
export function buildHeatState(input: ChartInput): HeatState {
  const { metric, series, locale, focus } = input
  const t = translate(locale, "explore")
  const years = series[0]?.points.map((point) => point.year) ?? []
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const most = darkest * niceStep(highest(series) / darkest, metric)
  const rows = series.map((one): HeatRow => {
    const label = nameOf(input, one.townCode)
    const cells = one.points.map((point) => heatCell(cellOf(input, metric, one, point), most))
    return { key: String(one.townCode), label, unit: null, bold: one.townCode === focus, cells }
  })
  const columns = years.map((year) => ({
    key: String(year),
    label: String(year),
    full: formatYear(year, locale),
  }))
  return {
    ...frameOf(input, rows, input.title ?? titleOf(metric, from, to, locale), unitLine(metric, locale)),
    summary: t("heat.summary", {
      ...{ metric: metricName(metric, locale), years: formatYears(from, to, locale) },
      ...count(rows),
    }),
    head: translate(locale, "chart")("table.town"),
    columns,
    rows,
    steps: stepsOf(most, metric, input),
  }
}

/** Towns by metrics of one year: every column has its own unit and its own scale. `series` holds all the metrics. */
export function buildHeatOfMetrics(input: ChartInput, metrics: readonly Metric[]): HeatState {
  const { series, locale, focus } = input
  const t = translate(locale, "explore")
  const year = series[0]?.points[0]?.year ?? 0
  const towns = [...new Set(series.map((one) => one.townCode))]
  const most = new Map(
    metrics.map(({ code }) => [code, highest(series.filter((one) => one.metric === code))]),
  )
  const rows = towns.map((townCode): HeatRow => {
    const cells = metrics.flatMap((metric) => {
      const one = series.find((other) => other.townCode === townCode && other.metric === metric.code)
      const point = one?.points[0]
      if (!one || !point) return []
      const cell = ofMetric(cellOf(input, metric, one, point), metric, input)
      return [heatCell(cell, most.get(metric.code) ?? 0)]
    })
    const label = nameOf(input, townCode)
    return { key: String(townCode), label, unit: null, bold: townCode === focus, cells }
  })
  return {
    ...frameOf(input, rows, input.title ?? formatYear(year, locale), t("heat.ownUnits")),
    summary: t("heat.summaryMetrics", {
      ...{ year: formatYear(year, locale), metrics: metrics.length },
      ...count(rows),
    }),
    head: translate(locale, "chart")("table.town"),
    columns: metrics.map((metric) => ({
      key: metric.code,
      label: metricName(metric, locale),
      full: `${metricName(metric, locale)} ${formatUnit(metric, locale)}`,
    })),
    rows,
    steps: [],
  }
}

/** Metrics by years of one town: every row has its own unit and its own scale. */
export function buildHeatOfTown(input: ChartInput): HeatState {
  const { series, locale } = input
  const t = translate(locale, "explore")
  const years = series[0]?.points.map((point) => point.year) ?? []
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const rows = series.map((one): HeatRow => {
    const metric = metricOf(one.metric)
    const most = highest([one])
    const cells = one.points.map((point) =>
      heatCell(ofMetric(cellOf(input, metric, one, point), metric, input), most),
    )
    const unit = formatUnit(metric, locale)
    return { key: metric.code, label: metricName(metric, locale), unit, bold: false, cells }
  })
  const town = nameOf(input, series[0]?.townCode ?? 0)
  return {
    ...frameOf(input, rows, input.title ?? town, t("heat.ownUnitsRow")),
    summary: t("heat.summaryTown", {
      ...{ town, years: formatYears(from, to, locale), metrics: rows.length },
      ...count(rows),
    }),
    head: translate(locale, "ui")("town.metric"),
    columns: years.map((year) => ({
      key: String(year),
      label: String(year),
      full: formatYear(year, locale),
    })),
    rows,
    steps: [],
  }
}

function cellOf(input: ChartInput, metric: Metric, { townCode }: Series, point: Point): Cell {
  const { locale } = input
  const town = nameOf(input, townCode)
  return buildCell(point, { metric, townCode, town, href: input.hrefOf(townCode, point), locale })
}

/** A cell among those of other metrics: its key and its words name the metric too. */
function ofMetric(cell: Cell, metric: Metric, { locale }: ChartInput): Cell {
  const name = metricName(metric, locale)
  const heading = `${cell.heading} ${name}`
  return {
    ...cell,
    key: `${cell.key}/${metric.code}`,
    heading,
    label: cell.label.replace(cell.heading, heading),
  }
}

function heatCell(cell: Cell, most: number) {
  return { cell, shade: cell.value === null ? null : shadeOf(cell.value, most) }
}

/** Equal steps from 0 to the largest value: what is twice as dark is twice as much. */
export function shadeOf(value: number, most: number): Shade {
  if (value <= 0 || most <= 0) return 0
  const step = Math.ceil((darkest * value) / most)
  return Math.min(darkest, Math.max(1, step)) as Shade
}

const niceFactors = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The next round number; a count has no half. */
function niceStep(step: number, metric: Metric): number {
  if (step <= 0) return 0
  const power = 10 ** Math.floor(Math.log10(step))
  const nice = power * (niceFactors.find((factor) => factor * power >= step - 1e-9) ?? 10)
  return metric.kind === "rate" || metric.unit.includes("/") ? nice : Math.ceil(nice)
}

function highest(series: readonly Series[]): number {
  return Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => value ?? 0)))
}

function stepsOf(most: number, metric: Metric, { locale }: ChartInput): readonly HeatStep[] {
  if (most <= 0) return []
  const words = (value: number) => formatValue({ value }, metric, locale)
  const t = translate(locale, "explore")
  return ([0, 1, 2, 3, 4] as const).map((shade) => ({
    shade,
    words: shade === 0 ? "0" : t("heat.upTo", { value: words((most * shade) / darkest) }),
  }))
}

const count = (rows: readonly HeatRow[]) => {
  const cells = rows.flatMap((row) => row.cells)
  const counted = cells.filter(({ cell }) => cell.value !== null).length
  return { cells: cells.length, counted, missing: cells.length - counted }
}

function frameOf(input: ChartInput, rows: readonly HeatRow[], title: string, unit: string) {
  const { locale } = input
  const t = translate(locale, "explore")
  const chart = translate(locale, "chart")
  const cells = rows.flatMap((row) => row.cells.map(({ cell }) => cell))
  const { counted, cells: asked } = count(rows)
  return {
    view: "heat" as const,
    locale,
    words: { open: chart("open"), noSource: chart("noSource") },
    frame: {
      ...{ title, unit },
      coverage: t("heat.coverage", { counted, asked }),
      gaps: [],
      notes: [t("heat.position"), ...(input.notes ?? [])],
      legend: buildLegend(cells, false, locale).map((mark) =>
        mark.sign === "hollow" ? { ...mark, sign: "dashed" as const, words: t("heat.unreviewed") } : mark,
      ),
      source: chart("sourceLine", { source: input.source }),
    },
  }
}
