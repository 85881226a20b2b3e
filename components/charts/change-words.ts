import { formatDifference, formatRelative } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { Change } from "@/statistics/change"

type Measured = Exclude<Change, { kind: "missing" }>

/** A change as it is written: `+50（+12.3%）`, `+3.2个百分点`, from zero `+4（上年为0）`; without a percentage where the base is too
 * small for one. 约 stands before a change with an inexact end. */
export function describeChange(
  change: Measured,
  metric: Metric,
  isLastYear: boolean,
  locale: Locale,
): { absolute: string; relative: string | null; text: string } {
  const t = translate(locale, "explore")
  const plain = formatDifference(change.absolute, metric, locale)
  const about = change.exact ? plain : t("change.about", { change: plain })
  const absolute = change.kind === "points" ? t("change.points", { change: about }) : about
  const relative = relativeOf(change, isLastYear, locale)
  return { absolute, relative, text: relative === null ? absolute : t("change.both", { absolute, relative }) }
}

function relativeOf(change: Measured, isLastYear: boolean, locale: Locale): string | null {
  if (change.absolute === 0) return null
  if (change.kind === "full") return formatRelative(change.relative)
  if (change.kind !== "from_zero") return null
  return translate(locale, "explore")(isLastYear ? "change.lastYearZero" : "change.fromZero")
}

/** 改善 or 变差 where the catalogue knows which way is better, else nothing: most counts are neither. */
export function judgeChange(change: Measured, metric: Metric, locale: Locale): string | null {
  if (metric.polarity === "none" || change.absolute === 0 || !change.comparable) return null
  const isBetter = change.absolute > 0 === (metric.polarity === "up")
  return translate(locale, "explore")(isBetter ? "change.better" : "change.worse")
}
