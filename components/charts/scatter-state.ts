import { formatUnit, formatYear } from "@/catalogue/format"
import type { Metric } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { buildCell, type Cell, type Mark } from "@/components/charts/cell"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import { buildLegend, gatherByWords, metricName } from "@/components/charts/frame"
import type { ScatterPoint, ScatterState } from "@/components/charts/scatter"
import { colourOf, shapeOf } from "@/components/charts/town-look"
import { buildValueAxis } from "@/components/charts/value-axis"
import { splitComparable } from "@/statistics/comparable"
import { fewestForMedian } from "@/statistics/median-series"
import { quartilesOf } from "@/statistics/quartiles"
import { pointsOfYear, reviewedOnly, type Series } from "@/statistics/series"

/** The state of a scatter of one year: `input.metric` upwards, `across` to the right. Only towns that state both are points. */
export function buildScatterState(
  input: ChartInput,
  across: { metric: Metric; series: readonly Series[] },
  year: number,
): ScatterState {
  const { metric, series, locale, focus } = input
  const t = translate(locale, "explore")
  const chart = translate(locale, "chart")
  const cellOf = (of: Metric, among: readonly Series[], townCode: number): Cell | null => {
    const point = pointsOfYear(among, year).find((one) => one.townCode === townCode)?.point
    const town = nameOf(input, townCode)
    const place = { metric: of, townCode, town, locale }
    return point ? buildCell(point, { ...place, href: input.hrefOf(townCode, point) }) : null
  }
  const pairs = series.flatMap(({ townCode }) => {
    const [x, y] = [cellOf(across.metric, across.series, townCode), cellOf(metric, series, townCode)]
    return x && y ? [{ townCode, town: nameOf(input, townCode), x, y }] : []
  })
  const names = { x: metricName(across.metric, locale), y: metricName(metric, locale) }
  const points = pairs.flatMap(({ townCode, town, x, y }): ScatterPoint[] => {
    if (x.value === null || y.value === null) return []
    const tone = townCode === focus ? "focus" : "plain"
    const look = { colour: colourOf(townCode), shape: shapeOf(townCode) }
    return [{ townCode, town, tone, ...look, x, y, both: joinMarks(x, y, names, locale) }]
  })
  const holes = pairs.flatMap(({ townCode, town, x, y }) => {
    const missing = [
      ...(y.value === null ? [{ hole: y, name: names.y }] : []),
      ...(x.value === null ? [{ hole: x, name: names.x }] : []),
    ]
    const [first] = missing
    if (!first) return []
    const parts = missing.map(({ hole, name }) => t("scatter.hole", { metric: name, reason: hole.words }))
    // Without a report both are missing for one reason, which is said once.
    const isOne = missing.length === 2 && missing.every(({ hole }) => hole.reason === "no_report")
    const words = isOne ? first.hole.words : parts.join(chart("separator"))
    return [{ townCode, town, x, y, words }]
  })
  const medianOf = (among: readonly Series[]) => {
    const towns = reviewedOnly(pointsOfYear(among, year)).filter(({ townCode }) =>
      points.some((point) => point.townCode === townCode),
    )
    return quartilesOf(splitComparable(towns).comparable.map(({ value }) => value)).median
  }
  const [medianX, medianY] = [medianOf(across.series), medianOf(series)]
  const hasMedians = points.length >= fewestForMedian && medianX !== null && medianY !== null
  const axisOf = (of: Metric, key: "x" | "y") =>
    buildValueAxis(
      points.map((point) => point[key].value),
      of,
      locale,
    )
  const [xAxis, yAxis] = [axisOf(across.metric, "x"), axisOf(metric, "y")]
  const cells = points.flatMap((point) => [point.x, point.y])
  const when = formatYear(year, locale)
  return {
    view: "scatter",
    locale,
    words: { open: chart("open"), noSource: chart("noSource") },
    ...{ xAxis, yAxis, points, holes },
    xName: t("scatter.axisX", { metric: names.x, unit: formatUnit(across.metric, locale) }),
    yName: t("scatter.axisY", { metric: names.y, unit: formatUnit(metric, locale) }),
    medians: hasMedians ? { x: medianX, y: medianY } : null,
    nothing: points.length === 0 ? chart("nothing") : null,
    summary: t("scatter.summary", {
      ...{ x: names.x, y: names.y, year: when, counted: points.length, missing: holes.length },
    }),
    frame: {
      title: input.title ?? t("scatter.title", { x: names.x, y: names.y, year: when }),
      unit: t("scatter.unit", {
        x: formatUnit(across.metric, locale),
        y: formatUnit(metric, locale),
      }),
      coverage: t("scatter.coverage", { counted: points.length, asked: series.length }),
      gaps: gatherByWords(holes, locale),
      notes: [
        ...(xAxis.fromZero && yAxis.fromZero ? [] : [t("scatter.notZero")]),
        t("scatter.noCause"),
        ...(input.notes ?? []),
      ],
      legend: buildLegend(cells, hasMedians, locale),
      source: chart("sourceLine", { source: input.source }),
    },
  }
}

/** What a point says: both figures, under the upward one's address and quote. */
function joinMarks(x: Mark, y: Mark, names: { x: string; y: string }, locale: ChartInput["locale"]): Mark {
  const t = translate(locale, "explore")
  const chart = translate(locale, "chart")
  const figure = t("scatter.both", { x: names.x, xFigure: x.figure, y: names.y, yFigure: y.figure })
  const status = [...new Set([...x.status, ...y.status])]
  return {
    ...y,
    figure,
    status,
    reviewed: x.reviewed && y.reviewed,
    label: chart("spoken", { heading: y.heading, what: [figure, ...status].join(chart("separator")) }),
  }
}
