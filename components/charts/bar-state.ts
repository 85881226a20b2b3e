import { formatFigure, formatUnit, formatYear } from "@/catalogue/format"
import { translate } from "@/catalogue/translate"
import type { Bar, BarState } from "@/components/charts/bar"
import { buildCell, type Hole, type Mark } from "@/components/charts/cell"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import { buildLegend, listByReason, metricName, titleOf, unitLine } from "@/components/charts/frame"
import { splitComparable } from "@/statistics/comparable"
import { fewestForMedian } from "@/statistics/median-series"
import { quartilesOf } from "@/statistics/quartiles"
import { pointsOfYear } from "@/statistics/series"
import type { Total } from "@/statistics/total"

/** The state of a bar chart of one year: a bar a town from zero, longest first, towns without a value below with their
 * reason. `total`, if given, is told with the towns it rests on. */
export function buildBarState(input: ChartInput, year: number, total: Total | null = null): BarState {
  const { metric, series, locale, focus } = input
  const t = translate(locale, "chart")
  const towns = pointsOfYear(series, year)
  const cells = towns.map(({ townCode, point }) => {
    const place = { metric, townCode, town: nameOf(input, townCode), locale }
    return buildCell(point, { ...place, href: input.hrefOf(townCode, point) })
  })
  const marks = cells
    .filter((cell): cell is Mark => cell.value !== null)
    .sort((a, b) => b.value - a.value || a.townCode - b.townCode)
  const holes = cells.filter((cell): cell is Hole => cell.value === null)
  const highest = marks[0]?.value ?? 0
  const longest = metric.kind === "rate" ? Math.max(100, highest) : highest
  const shareOf = (value: number) => (longest > 0 ? value / longest : 0)
  const compared = splitComparable(pointsOfYear(input.compared ?? series, year)).comparable
  const median = quartilesOf(compared.map(({ value }) => value)).median
  const hasMedian = median !== null && compared.length >= fewestForMedian && median <= longest
  const bars = marks.map((mark): Bar => {
    return { mark, share: shareOf(mark.value), tone: mark.townCode === focus ? "focus" : "plain" }
  })
  return {
    view: "bar",
    locale,
    unit: formatUnit(metric, locale),
    words: { open: t("open"), noSource: t("noSource") },
    summary: summarise(marks, holes, input, year),
    bars,
    holes,
    median: hasMedian
      ? {
          label: t("median", { value: formatFigure({ value: median }, metric, locale) }),
          share: shareOf(median),
        }
      : null,
    frame: {
      title: input.title ?? titleOf(metric, year, year, locale),
      unit: unitLine(metric, locale),
      coverage: t("coverage", { counted: marks.length, asked: cells.length }) + totalWords(total, input),
      gaps: listByReason(holes, locale),
      notes: [...(metric.polarity === "none" ? [t("workload")] : []), ...(input.notes ?? [])],
      legend: buildLegend(cells, hasMedian, locale),
      source: t("sourceLine", { source: input.source }),
    },
  }
}

function totalWords(total: Total | null, { metric, locale }: ChartInput): string {
  if (total?.value == null) return ""
  const figure = formatFigure({ value: total.value, exactness: total.exactness }, metric, locale)
  const told = { figure, counted: total.counted }
  if (metric.aggregate === "sum") return translate(locale, "chart")("total", told)
  return translate(locale, "explore")("overall", told)
}

function summarise(marks: readonly Mark[], holes: readonly Hole[], input: ChartInput, year: number): string {
  const { metric, locale } = input
  const t = translate(locale, "chart")
  const name = metricName(metric, locale)
  const opening = t("summaryBar", {
    metric: name,
    year: formatYear(year, locale),
    towns: marks.length + holes.length,
  })
  const [first] = marks
  const last = marks.at(-1)
  if (!first || !last) return t("summaryNone", { opening })
  const ends = first === last ? first.label : t("fromTo", { most: first.label, least: last.label })
  return t("summary", { opening, ends })
}
