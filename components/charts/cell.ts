import { formatFigure, formatGap, formatGapShort, formatValue, formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { cutQuote, longestQuote } from "@/catalogue/quote"
import type { Exactness, Flag, MissingReason } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"
import type { Gap, Point, Stated } from "@/statistics/series"

/** `key` names the cell in the page, `heading` its town and year in words; `href` opens its sentence. */
type Place = {
  key: string
  townCode: number
  town: string
  year: number
  heading: string
  href: string | null
}

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
  const t = translate(place.locale, "chart")
  const heading = t("heading", { town, year: formatYear(year, place.locale) })
  const words = point.evidence?.quote ?? null
  const quote = words && words.length >= longestQuote ? `${cutQuote(words)}…` : words
  const at = { key: `${townCode}/${year}`, townCode, town, year, heading, href, quote }
  return point.value === null
    ? { ...at, ...describeGap(point, place, heading) }
    : { ...at, ...describeValue(point, place, heading) }
}

function describeValue(point: Stated, { metric, locale }: CellPlace, heading: string) {
  const t = translate(locale, "status")
  const { value, exactness, flags, reviewed } = point
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
    label: spoken(heading, [figure, ...status], locale),
  }
}

function describeGap(point: Gap, { locale }: CellPlace, heading: string) {
  const [words, short] = [formatGap(point, locale), formatGapShort(point, locale)]
  const label = spoken(heading, [words], locale)
  return { value: null, reason: point.reason, words, short, label }
}

function spoken(heading: string, parts: readonly string[], locale: Locale): string {
  const t = translate(locale, "chart")
  return t("spoken", { heading, what: parts.join(t("separator")) })
}
