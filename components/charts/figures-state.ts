import { formatFigure, formatValue, formatYears, noValue } from "@/catalogue/format"
import { translate } from "@/catalogue/translate"
import { buildCell, type Cell } from "@/components/charts/cell"
import { describeChange } from "@/components/charts/change-words"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import type { FiguresFoot, FiguresRow, FiguresState } from "@/components/charts/figures"
import { buildLegend, metricName, titleOf, unitLine } from "@/components/charts/frame"
import { runsOf } from "@/components/charts/line-state"
import { changeBetween } from "@/statistics/change"
import type { SortKey } from "@/statistics/explore-state"
import type { MedianPoint } from "@/statistics/median-series"
import type { Series } from "@/statistics/series"
import { sortTowns } from "@/statistics/sort-towns"
import type { Total } from "@/statistics/total"
import type { TownGroup } from "@/statistics/town-set"

type Totals = readonly (Total | null)[]
type Feet = {
  totals: Totals | null
  groups?: readonly { group: TownGroup; totals: Totals }[]
  median: readonly MedianPoint[] | null
}

/** The state of the table view. `totals` holds a total a year, in the order of the years. */
export function buildFiguresState(
  input: ChartInput,
  feet: Feet,
  sort: { key: SortKey; order: "down" | "up" },
): FiguresState {
  const { metric, series, locale } = input
  const t = translate(locale, "explore")
  const chart = translate(locale, "chart")
  const years = series[0]?.points.map((point) => point.year) ?? []
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  const sorted = sortTowns(metric, series, sort, (code) => nameOf(input, code))
  const rows = sorted.map((one) => rowOf(input, one))
  const cells = rows.flatMap((row) => row.cells)
  const counted = rows.filter((row) => row.cells.at(-1)?.value != null).length
  return {
    view: "table",
    locale,
    years,
    ...{ sort: sort.key, order: sort.order, rows },
    feet: [
      ...totalFoot(feet.totals, null, input),
      ...(feet.groups ?? []).flatMap(({ group, totals }) => totalFoot(totals, group, input)),
      ...medianFoot(feet.median, years, input),
    ],
    summary: t("figures.summary", {
      ...{ metric: metricName(metric, locale), years: formatYears(from, to, locale), towns: rows.length },
    }),
    frame: {
      title: input.title ?? titleOf(metric, from, to, locale),
      unit: unitLine(metric, locale),
      coverage: chart("coverageOfYear", {
        year: formatYears(to, to, locale),
        ...{ counted, asked: rows.length },
      }),
      gaps: [],
      notes: [...(metric.polarity === "none" ? [chart("workload")] : []), ...(input.notes ?? [])],
      legend: buildLegend(cells, false, locale).filter(({ sign }) => sign === "glyph"),
      source: chart("sourceLine", { source: input.source }),
    },
  }
}

function rowOf(input: ChartInput, { townCode, points }: Series): FiguresRow {
  const { metric, locale, focus } = input
  const town = nameOf(input, townCode)
  const cells = points.map((point) =>
    buildCell(point, { metric, townCode, town, href: input.hrefOf(townCode, point), locale }),
  )
  const row = { townCode, town, bold: townCode === focus, cells, runs: runsOf(cells) }
  const [first, last] = [points[0], points.at(-1)]
  const none = { ...row, absolute: null, relative: null, reason: null }
  if (!first || !last || first === last) return none
  const change = changeBetween(metric, first, last)
  const t = translate(locale, "explore")
  if (change.kind === "missing") {
    const hole = cells.find(
      (cell) => cell.value === null && cell.year === (change.end === "from" ? first : last).year,
    )
    if (hole?.value !== null) return none
    const year = formatYears(hole.year, hole.year, locale)
    return { ...none, reason: translate(locale, "chart")("yearAndReason", { year, reason: hole.words }) }
  }
  const isBroken = points.slice(1).some((point) => point.value !== null && point.flags.includes("break"))
  if (!change.comparable || isBroken) return { ...none, reason: t("change.notComparable") }
  const { absolute, relative } = describeChange(change, metric, last.year - first.year === 1, locale)
  return { ...row, absolute, relative, reason: relative === null ? t(smallWords[change.kind]) : null }
}

const smallWords = {
  small_base: "figures.smallBase",
  points: "figures.points",
  from_zero: "figures.smallBase",
  full: "figures.points",
} as const

function totalFoot(
  totals: Totals | null,
  group: TownGroup | null,
  { metric, locale }: ChartInput,
): readonly FiguresFoot[] {
  if (!totals || totals.every((total) => total === null)) return []
  const t = translate(locale, "explore")
  const whole = t(metric.aggregate === "sum" ? "figures.total" : "figures.overall")
  const label =
    group === null ? whole : t("figures.groupTotal", { group: t(`towns.group.${group}`), total: whole })
  const cells = totals.map((total) => {
    if (!total || total.value === null) return { text: noValue, note: null }
    const text = formatValue({ value: total.value, exactness: total.exactness }, metric, locale)
    return { text, note: t("figures.of", { counted: total.counted, asked: total.asked }) }
  })
  return [{ key: group ?? "total", label, cells }]
}

function medianFoot(
  median: Feet["median"],
  years: readonly number[],
  { metric, locale }: ChartInput,
): readonly FiguresFoot[] {
  if (!median) return []
  const t = translate(locale, "explore")
  const cells = years.map((year) => {
    const point = median.find((one) => one.year === year)
    if (!point || point.value === null) return { text: noValue, note: null }
    return {
      text: formatValue({ value: point.value }, metric, locale),
      note: t("figures.of", { counted: point.counted, asked: point.asked }),
    }
  })
  return [{ key: "median", label: t("figures.median"), cells }]
}

/** A figure with its unit, or its reason: for lists of towns. */
export function figureOrReason(cell: Cell): string {
  return cell.value === null ? cell.words : cell.figure
}

/** A total in words with what it rests on: `5,312件（19个镇街中17个）`. */
export function totalWords(total: Total, input: Pick<ChartInput, "metric" | "locale">): string | null {
  if (total.value === null) return null
  const figure = formatFigure({ value: total.value, exactness: total.exactness }, input.metric, input.locale)
  const t = translate(input.locale, "explore")
  return t("figures.totalWords", { figure, counted: total.counted, asked: total.asked })
}
