import { formatYear } from "@/catalogue/format"
import { translate } from "@/catalogue/translate"
import { buildCell } from "@/components/charts/cell"
import type { ChangeHole, ChangeRow, ChangeShape, ChangeState } from "@/components/charts/change"
import { describeChange, judgeChange } from "@/components/charts/change-words"
import { type ChartInput, nameOf } from "@/components/charts/chart-input"
import {
  buildLegend,
  gatherByWords,
  type LegendMark,
  metricName,
  titleOf,
  unitLine,
} from "@/components/charts/frame"
import { buildValueAxis } from "@/components/charts/value-axis"
import { changeBetween } from "@/statistics/change"

/** The state of a change chart between the first and the last year of the series. Who has no value in one of them stands
 * below with the reason; a change over a break or another definition is set aside there too. */
export function buildChangeState(input: ChartInput, shape: ChangeShape = "dumbbell"): ChangeState {
  const { metric, series, locale } = input
  const t = translate(locale, "explore")
  const years = series[0]?.points.map((point) => point.year) ?? []
  const [from, to] = [years[0] ?? 0, years.at(-1) ?? 0]
  // A year is no change of itself.
  const entries = from === to ? [] : series.map((one) => entryOf(input, one))
  const rows = entries
    .filter((entry): entry is Entry & { row: ChangeRow } => entry.row !== null)
    .sort((a, b) => b.absolute - a.absolute || a.row.townCode - b.row.townCode)
    .map(({ row }) => row)
  const holes = entries.flatMap(({ hole }) => hole ?? [])
  const cells = entries.flatMap((entry) => entry.cells)
  const chart = translate(locale, "chart")
  const rose = rows.filter((row) => row.direction === "up").length
  const fell = rows.filter((row) => row.direction === "down").length
  const axis = buildValueAxis(
    rows.flatMap((row) => [row.from.value, row.to.value]),
    metric,
    locale,
  )
  return {
    view: "change",
    locale,
    words: { open: chart("open"), noSource: chart("noSource") },
    ...{ shape, axis },
    ...{ fromLabel: formatYear(from, locale), toLabel: formatYear(to, locale) },
    rows,
    holes,
    summary: t("change.summary", {
      metric: metricName(metric, locale),
      from: formatYear(from, locale),
      to: formatYear(to, locale),
      ...{ rose, fell, same: rows.length - rose - fell, missing: holes.length },
    }),
    frame: {
      title: input.title ?? titleOf(metric, from, to, locale),
      unit: unitLine(metric, locale),
      coverage: t("change.coverage", { counted: rows.length, asked: series.length }),
      gaps: gatherByWords(holes, locale),
      notes: [
        ...(from === to ? [t("change.oneYear")] : []),
        ...(shape === "slope" && rows.some((row) => row.direction === "down") ? [t("change.dashed")] : []),
        ...(axis.fromZero
          ? []
          : [t(shape === "slope" ? "axisUp" : "axisAcross", { value: axis.ticks[0]?.label ?? "" })]),
        ...(entries.some((entry) => entry.isSmall) ? [t("change.smallBase")] : []),
        ...(metric.polarity === "none" ? [chart("workload")] : []),
        ...(input.notes ?? []),
      ],
      legend: [
        ...(shape === "slope" ? [] : endsOf(from, to, locale)),
        ...buildLegend(cells, false, locale).map((mark) =>
          mark.sign === "hollow" ? { ...mark, sign: "dashed" as const, words: t("change.unreviewed") } : mark,
        ),
      ],
      source: chart("sourceLine", { source: input.source }),
    },
  }
}

function endsOf(from: number, to: number, locale: ChartInput["locale"]): readonly LegendMark[] {
  const t = translate(locale, "explore")
  return [
    { sign: "ring", glyph: null, words: t("change.firstYear", { year: formatYear(from, locale) }) },
    { sign: "dot", glyph: null, words: t("change.lastYear", { year: formatYear(to, locale) }) },
  ]
}

type Entry = {
  cells: readonly ReturnType<typeof buildCell>[]
  row: ChangeRow | null
  hole: ChangeHole | null
  absolute: number
  isSmall: boolean
}

const nothing: Entry = { cells: [], row: null, hole: null, absolute: 0, isSmall: false }

function entryOf(input: ChartInput, { townCode, points }: ChartInput["series"][number]): Entry {
  const { metric, locale, focus } = input
  const t = translate(locale, "explore")
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return nothing
  const town = nameOf(input, townCode)
  const cellOf = (point: typeof first) =>
    buildCell(point, { metric, townCode, town, href: input.hrefOf(townCode, point), locale })
  const [from, to] = [cellOf(first), cellOf(last)]
  const change = changeBetween(metric, first, last)
  // A break between the two years is as much in the way as one at the end.
  const isBroken = points.slice(1).some((point) => point.value !== null && point.flags.includes("break"))
  if (change.kind === "missing" || from.value === null || to.value === null) {
    const holes = [from, to].flatMap((cell) => (cell.value === null ? [cell] : []))
    const chart = translate(locale, "chart")
    const words = holes
      .map((cell) => chart("yearAndReason", { year: formatYear(cell.year, locale), reason: cell.words }))
      .join(chart("separator"))
    const hole = holes[0] ? { townCode, town, from, to, hole: holes[0], words } : null
    return { ...nothing, cells: [from, to], hole }
  }
  const comparable = change.comparable && !isBroken
  const { text } = describeChange(change, metric, last.year - first.year === 1, locale)
  const direction = change.absolute > 0 ? "up" : change.absolute < 0 ? "down" : "same"
  const row: ChangeRow = {
    ...{ townCode, town, tone: townCode === focus ? "focus" : "plain", from, to, direction },
    text: comparable ? text : t("change.notComparable"),
    verdict: comparable ? judgeChange(change, metric, locale) : null,
  }
  const absolute = comparable ? change.absolute : Number.NEGATIVE_INFINITY
  return { cells: [from, to], row, hole: null, absolute, isSmall: change.kind === "small_base" }
}
