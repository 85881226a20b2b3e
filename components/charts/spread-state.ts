import { formatFigure, formatYear } from "@/catalogue/format"
import { translate } from "@/catalogue/translate"
import { buildCell, type Mark } from "@/components/charts/cell"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import { buildLegend, metricName, titleOf, unitLine } from "@/components/charts/frame"
import type { SpreadColumn, SpreadState } from "@/components/charts/spread"
import { buildValueAxis, type ValueAxis } from "@/components/charts/value-axis"
import { splitComparable } from "@/statistics/comparable"
import { quartilesOf } from "@/statistics/quartiles"
import { pointsOfYear, reviewedOnly } from "@/statistics/series"

/** Fewer figures than this have no quartiles worth a box. */
const fewestForBox = 5
/** Marks nearer than this, as a share of the axis, stand beside each other. */
const nearness = 0.035

/** The state of a strip of towns a year, with a box over the reviewed and comparable figures of each. */
export function buildSpreadState(input: ChartInput): SpreadState {
  const { metric, series, locale } = input
  const t = translate(locale, "explore")
  const chart = translate(locale, "chart")
  const years = (series[0]?.points ?? []).map(({ year }) => year)
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []))
  const axis = buildValueAxis(values, metric, locale)
  const columns = years.map((year): SpreadColumn => {
    const towns = pointsOfYear(series, year)
    const cells = towns.map(({ townCode, point }) => {
      const place = { metric, townCode, town: nameOf(input, townCode), locale }
      return buildCell(point, { ...place, href: input.hrefOf(townCode, point) })
    })
    const marks = cells.filter((cell): cell is Mark => cell.value !== null)
    const counted = splitComparable(reviewedOnly(towns)).comparable.map(({ value }) => value)
    return {
      ...{ year, label: formatYear(year, locale), marks: spreadOut(marks, axis) },
      box: counted.length < fewestForBox ? null : boxOf(counted, input),
      count: t("figures.of", { counted: marks.length, asked: towns.length }),
    }
  })
  const cells = columns.flatMap(({ marks }) => marks.map(({ mark }) => mark))
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const asked = series.length * years.length
  return {
    ...{ view: "spread", locale, axis, columns },
    words: { open: chart("open"), noSource: chart("noSource") },
    summary: t("spread.summary", { metric: metricName(metric, locale), marks: cells.length }),
    frame: {
      title: input.title ?? t("spread.title", { title: titleOf(metric, from, to, locale) }),
      unit: unitLine(metric, locale),
      coverage: t("heat.coverage", { counted: cells.length, asked }),
      gaps: [],
      notes: [
        t("spread.box", { fewest: fewestForBox }),
        ...(axis.fromZero ? [] : [chart("axisFrom", { value: axis.ticks[0]?.label ?? "" })]),
        ...(metric.polarity === "none" ? [chart("workload")] : []),
        ...(input.notes ?? []),
      ],
      legend: buildLegend(cells, false, locale),
      source: chart("sourceLine", { source: input.source }),
    },
  }
}

function boxOf(values: readonly number[], { metric, locale }: ChartInput): SpreadColumn["box"] {
  const { lower, median, upper } = quartilesOf(values)
  if (lower === null || median === null || upper === null) return null
  const figure = (value: number) => formatFigure({ value }, metric, locale)
  const words = { lower: figure(lower), median: figure(median), upper: figure(upper), count: values.length }
  return { lower, median, upper, words: translate(locale, "explore")("spread.boxWords", words) }
}

/** From the lowest up, each in the nearest free place beside those that it would cover. */
function spreadOut(marks: readonly Mark[], axis: ValueAxis): SpreadColumn["marks"] {
  const near = nearness * (axis.max - axis.min)
  const placed: { mark: Mark; shift: number }[] = []
  for (const mark of [...marks].sort((a, b) => a.value - b.value)) {
    const around = placed.filter((other) => mark.value - other.mark.value < near)
    const isFree = (shift: number) => around.every((other) => other.shift !== shift)
    let step = 0
    const shiftOf = (at: number) => (at % 2 === 0 ? 0 - at / 2 : (at + 1) / 2)
    while (!isFree(shiftOf(step))) step += 1
    placed.push({ mark, shift: shiftOf(step) })
  }
  return placed
}
