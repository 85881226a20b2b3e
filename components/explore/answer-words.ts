import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type Metric, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { buildCell, type Cell } from "@/components/charts/cell"
import { describeChange } from "@/components/charts/change-words"
import { metricName } from "@/components/charts/frame"
import { sentenceHref } from "@/components/tables/sentence-href"
import { changeBetween } from "@/statistics/change"
import type { Point, Series } from "@/statistics/series"

/** What a town's report says of a metric and year, as a sentence; `before` compares it with the year before. */
export type Answer = { key: string; words: string; before: string | null; cell: Cell }

/** The answer of one series for a year, or null where the year is not on its axis. */
export function answerOf(series: Series, town: string, year: number, locale: Locale): Answer | null {
  const metric = metricOf(series.metric)
  const { townCode, points } = series
  const point = points.find((one) => one.year === year)
  if (!point) return null
  const t = translate(locale, "explore")
  const cell = buildCell(point, { metric, townCode, town, href: sentenceHref(townCode, point), locale })
  const figure = cell.value === null ? cell.words : cell.figure
  const answer = t("search.answer", {
    ...{ town, year: formatYear(year, locale), metric: metricName(metric, locale), figure },
  })
  const status = cell.value === null ? [] : cell.status
  const joined = status.join(translate(locale, "chart")("separator"))
  return {
    key: `${townCode}/${metric.code}`,
    words: status.length === 0 ? answer : t("search.answerStatus", { answer, status: joined }),
    before: beforeOf(
      metric,
      points.find((one) => one.year === year - 1),
      point,
      town,
      locale,
    ),
    cell,
  }
}

function beforeOf(metric: Metric, from: Point | undefined, to: Point, town: string, locale: Locale) {
  if (!from) return null
  const t = translate(locale, "explore")
  const cell = buildCell(from, { metric, townCode: 0, town, href: null, locale })
  if (cell.value === null) return t("search.lastYearGap", { reason: cell.words })
  const change = changeBetween(metric, from, to)
  if (change.kind === "missing") return t("search.lastYearGap", { reason: cell.figure })
  const { text } = describeChange(change, metric, true, locale)
  return t("search.lastYear", {
    figure: cell.figure,
    change: change.comparable ? text : t("change.notComparable"),
  })
}
