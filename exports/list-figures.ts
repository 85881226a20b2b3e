import { formatGap, formatUnit } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { sdmxStatus } from "@/exports/sdmx-status"
import type { Point, Series } from "@/statistics/series"

/** What is listed: series of metrics, with the towns' names. */
export type Listed = {
  parts: readonly { metric: Metric; series: readonly Series[] }[]
  names: ReadonlyMap<number, string>
  locale: Locale
}

const yuanInWan = 10_000
const columns = [
  ...(["townCode", "town", "metricCode", "metric", "year", "value", "unit", "exactness"] as const),
  ...(["missing", "status", "flags", "reviewed", "quote", "source"] as const),
]

/** A row a cell with everything that is known of it, under a head in words: what a person filters and a program reads. A
 * missing value is an empty cell with its reason in a column of its own, never 0. */
export function listFigures({
  parts,
  names,
  locale,
}: Listed): readonly (readonly (string | number | null)[])[] {
  const t = translate(locale, "explore")
  const head = columns.map((column) => t(`file.${column}`))
  const rows = parts.flatMap(({ metric, series }) =>
    series.flatMap(({ townCode, points }) =>
      points.map((point) => rowOf(point, { metric, townCode, town: names.get(townCode) ?? "", locale })),
    ),
  )
  return [head, ...rows]
}

/** A value in the unit that its column names: money in 万元 in Chinese, in yuan in English. Binary noise is cut. */
export function valueInUnit(value: number, metric: Metric, locale: Locale): number {
  const isWan = metric.kind === "amount" && locale === "zh"
  return Number((isWan ? value / yuanInWan : value).toPrecision(12))
}

type Place = { metric: Metric; townCode: number; town: string; locale: Locale }

function rowOf(point: Point, { metric, townCode, town, locale }: Place) {
  const t = translate(locale, "status")
  const stated = point.value === null ? null : point
  const source = point.evidence ? `/reports/${townCode}/${point.year}#p${point.evidence.start}` : null
  return [
    ...[townCode, town, metric.code, locale === "zh" ? metric.nameZh : metric.nameEn, point.year],
    stated ? valueInUnit(stated.value, metric, locale) : null,
    formatUnit(metric, locale),
    stated ? t(`exactness.${stated.exactness}`) : null,
    point.value === null ? formatGap(point, locale) : null,
    sdmxStatus(point),
    stated ? stated.flags.map((flag) => t(`flag.${flag}`)).join("、") || null : null,
    stated ? t(stated.reviewed ? "review.reviewed" : "review.unreviewed") : null,
    point.evidence?.quote ?? null,
    source,
  ]
}
