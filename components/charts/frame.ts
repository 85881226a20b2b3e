import { formatUnit, formatYears } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { exactnesses, flags } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"
import type { Cell, Hole, Mark } from "@/components/charts/cell"

/** A mark of status that occurs in the chart, and what it means. */
export type LegendMark = {
  sign: "hollow" | "hatch" | "median" | "glyph" | "ring" | "dot" | "dashed"
  glyph: string | null
  words: string
}

/** All that surrounds a chart, in words. */
export type Frame = {
  title: string
  unit: string
  coverage: string
  gaps: readonly string[]
  notes: readonly string[]
  legend: readonly LegendMark[]
  source: string
}

/** The legend of what is drawn: a mark stands in it only if it occurs. */
export function buildLegend(
  cells: readonly Cell[],
  hasMedian: boolean,
  locale: Locale,
): readonly LegendMark[] {
  const t = translate(locale, "chart")
  const status = translate(locale, "status")
  const marks = cells.filter((cell): cell is Mark => cell.value !== null)
  const inexact = exactnesses.filter((exactness) => exactness !== "exact" && exactness !== "all")
  const glyphs = [
    ...inexact
      .filter((exactness) => marks.some((mark) => mark.exactness === exactness))
      .map((exactness) => ({ glyph: status(`mark.${exactness}`), words: status(`exactness.${exactness}`) })),
    ...flags
      .filter((flag) => marks.some((mark) => mark.flags.includes(flag)))
      .map((flag) => ({ glyph: status(`mark.${flag}`), words: status(`flag.${flag}`) })),
  ]
  const plain = (sign: "hollow" | "hatch" | "median", words: string) => ({ sign, glyph: null, words })
  return [
    ...(marks.some((mark) => !mark.reviewed) ? [plain("hollow", t("legend.unreviewed"))] : []),
    ...glyphs.map((entry) => ({ sign: "glyph" as const, ...entry })),
    ...(marks.length < cells.length ? [plain("hatch", t("legend.hole"))] : []),
    ...(hasMedian ? [plain("median", t("legend.median"))] : []),
  ]
}

/** The heading of a chart: metric and years. */
export function titleOf(metric: Metric, from: number, to: number, locale: Locale): string {
  const t = translate(locale, "chart")
  return t("title", { metric: metricName(metric, locale), years: formatYears(from, to, locale) })
}

export function metricName(metric: Metric, locale: Locale): string {
  return locale === "zh" ? metric.nameZh : metric.nameEn
}

export function unitLine(metric: Metric, locale: Locale): string {
  return translate(locale, "chart")("unitLine", { unit: formatUnit(metric, locale) })
}

/** `没有报告：甲镇、乙镇`: a line for every reason that occurs among these holes of one year. */
export function listByReason(holes: readonly Hole[], locale: Locale): readonly string[] {
  return gatherByWords(holes, locale)
}

/** The same for whatever says in words why a town has nothing. */
export function gatherByWords(
  holes: readonly { town: string; words: string }[],
  locale: Locale,
): readonly string[] {
  const t = translate(locale, "chart")
  return [...new Set(holes.map((hole) => hole.words))].map((words) => {
    const towns = holes.filter((hole) => hole.words === words).map((hole) => hole.town)
    return t("gapsOfReason", { reason: words, towns: towns.join(t("separator")) })
  })
}
