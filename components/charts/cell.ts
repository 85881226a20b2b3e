import { formatFigure, formatValue, formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import type { Exactness, Flag, MissingReason } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"
import type { Gap, Point, Stated } from "@/statistics/series"

type Place = { key: string; townCode: number; town: string; year: number; href: string | null }

/** A value ready to draw, print or read aloud. `text` has no unit, `figure` has; `approximation` (余 约 …) and `glyphs` (修 断 …)
 * are one-character marks of its exactness and flags, and `status` is all of it in words. */
export type Mark = Place & {
  value: number
  text: string
  figure: string
  approximation: string | null
  glyphs: readonly string[]
  status: readonly string[]
  exactness: Exactness
  flags: readonly Flag[]
  reviewed: boolean
  quote: string | null
  label: string
}

/** A year without a value, its reason in words (`留空未填`) and short (`留空`). */
export type Hole = Place & {
  value: null
  reason: MissingReason
  words: string
  short: string
  quote: string | null
  label: string
}

export type Cell = Mark | Hole

export type CellPlace = {
  metric: Metric
  townCode: number
  town: string
  href: string | null
  locale: Locale
}

/** A point of a series in words: what both renderers, the tooltip and the table show of it. */
export function buildCell(point: Point, place: CellPlace): Cell {
  const { townCode, town, href } = place
  const { year } = point
  const at = { key: `${townCode}/${year}`, townCode, town, year, href, quote: point.evidence?.quote ?? null }
  return point.value === null
    ? { ...at, ...describeGap(point, place) }
    : { ...at, ...describeValue(point, place) }
}

function describeValue(point: Stated, { metric, town, locale }: CellPlace) {
  const t = translate(locale, "status")
  const { year, value, exactness, flags, reviewed } = point
  const status = [
    ...(exactness === "exact" ? [] : [t(`exactness.${exactness}`)]),
    ...(reviewed ? [] : [t("review.unreviewed")]),
    ...(point.derived ? [t("derived")] : []),
    ...flags.map((flag) => t(`flag.${flag}`)),
  ]
  const isApproximate = exactness !== "exact" && exactness !== "all"
  const figure = formatFigure(point, metric, locale)
  return {
    value,
    text: formatValue(point, metric, locale),
    figure,
    approximation: isApproximate ? t(`mark.${exactness}`) : null,
    glyphs: flags.map((flag) => t(`mark.${flag}`)),
    status,
    exactness,
    flags,
    reviewed,
    label: spoken(town, year, [figure, ...status], locale),
  }
}

function describeGap(point: Gap, { town, locale }: CellPlace) {
  const t = translate(locale, "status")
  const words = t(`missing.${point.reason}`)
  const label = spoken(town, point.year, [words], locale)
  return { value: null, reason: point.reason, words, short: t(`missingShort.${point.reason}`), label }
}

function spoken(town: string, year: number, parts: readonly string[], locale: Locale): string {
  const t = translate(locale, "chart")
  return t("spoken", { town, year: formatYear(year, locale), what: parts.join(t("separator")) })
}
