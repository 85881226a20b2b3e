import { formatValue, formatYear, formatYears } from "@/catalogue/format"
import type { Flag } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"
import { buildCell } from "@/components/charts/cell"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import { buildLegend, metricName, titleOf, unitLine } from "@/components/charts/frame"
import type { Line, LineState, Run, Tone } from "@/components/charts/line"
import { describeGaps, holeUnder, labelLines, mostLabels, summarise } from "@/components/charts/line-words"
import { colourOf, shapeOf } from "@/components/charts/town-look"
import { buildValueAxis } from "@/components/charts/value-axis"
import type { MedianPoint } from "@/statistics/median-series"

/** The state of a line chart: one line a town over the years of the series, the focus bold, the rest grey; `median` adds the
 * comparison set's. Series share one axis of years. */
export function buildLineState(input: ChartInput, median: readonly MedianPoint[] | null = null): LineState {
  const { metric, series, locale, focus } = input
  const t = translate(locale, "chart")
  const years = series[0]?.points.map((point) => point.year) ?? []
  const drawn = series.map(({ townCode, points }): Line => {
    const town = nameOf(input, townCode)
    const cells = points.map((point) =>
      buildCell(point, { metric, townCode, town, href: input.hrefOf(townCode, point), locale }),
    )
    const tone = toneOf(townCode, focus, series.length)
    const colour = tone === "named" ? colourOf(townCode) : ""
    return {
      townCode,
      town,
      tone,
      colour,
      shape: shapeOf(townCode),
      cells,
      runs: runsOf(cells),
      endLabel: null,
    }
  })
  const lines = labelLines(drawn, locale).sort((a, b) => depth[a.tone] - depth[b.tone])
  const cells = lines.flatMap((line) => line.cells)
  const medians = median ? years.map((year) => ({ year, value: medianOf(median, year) })) : []
  const values = [...cells, ...medians].flatMap(({ value }) => (value === null ? [] : [value]))
  const axis = buildValueAxis(values, metric, locale)
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const lastMedian = medians.findLast((point) => point.value !== null)?.value
  const medianText = lastMedian == null ? null : formatValue({ value: lastMedian }, metric, locale)
  return {
    view: "line",
    locale,
    words: { open: t("open"), noSource: t("noSource") },
    summary: summarise(lines, metricName(metric, locale), formatYears(from, to, locale), locale),
    years: years.map((year, index) => ({
      year,
      label: String(year),
      hole: holeUnder(index, year, lines, locale),
    })),
    axis,
    lines,
    median: medianText === null ? null : { label: t("median", { value: medianText }), runs: runsOf(medians) },
    nothing: values.length === 0 ? t("nothing") : null,
    frame: {
      title: input.title ?? titleOf(metric, from, to, locale),
      unit: unitLine(metric, locale),
      coverage: t("coverageOfYear", {
        year: formatYear(to, locale),
        counted: lines.filter((line) => line.cells.at(-1)?.value != null).length,
        asked: lines.length,
      }),
      gaps: describeGaps(lines, years, locale),
      notes: [
        ...(axis.fromZero ? [] : [t("axisFrom", { value: axis.ticks[0]?.label ?? "" })]),
        ...(metric.polarity === "none" ? [t("workload")] : []),
        ...(input.notes ?? []),
      ],
      legend: buildLegend(cells, medianText !== null, locale),
      source: t("sourceLine", { source: input.source }),
    },
  }
}

const depth = { muted: 0, named: 1, focus: 2 } as const

function toneOf(townCode: number, focus: number | null, count: number): Tone {
  if (focus !== null) return townCode === focus ? "focus" : "muted"
  return count > mostLabels ? "muted" : "named"
}

/** A stretch ends before a gap, and before a value that is counted in another way than the one before it. */
export function runsOf(points: readonly { value: number | null; flags?: readonly Flag[] }[]): readonly Run[] {
  const runs: { index: number; value: number }[][] = []
  for (const [index, { value, flags }] of points.entries()) {
    if (value === null) continue
    const goesOn = runs.at(-1)?.at(-1)?.index === index - 1 && !flags?.includes("break")
    if (goesOn) runs.at(-1)?.push({ index, value })
    else runs.push([{ index, value }])
  }
  return runs
}

function medianOf(median: readonly MedianPoint[], year: number): number | null {
  return median.find((point) => point.year === year)?.value ?? null
}
