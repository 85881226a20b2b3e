import { formatDifference, formatFigure, formatRelative } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { Reading, ReviewReport } from "@/components/review/report"
import { changeBetween } from "@/statistics/change"
import type { Point } from "@/statistics/series"

type Props = { locale: Locale; reading: Reading; report: ReviewReport }

/** Last year's published figure and how far this reading is from it; a percentage only on a base that bears one. */
export function LastYear({ locale, reading, report }: Props) {
  const t = translate(locale, "review")
  const metric = metricOf(reading.metric)
  const last = report.trends
    .find((trend) => trend.metric === reading.metric)
    ?.series.points.find((point) => point.year === report.year - 1)
  if (!last) return null
  const year = String(last.year)
  if (last.value === null) {
    const reason = translate(locale, "status")(`missing.${last.reason}`)
    return <p className="text-sm text-ink-2">{t("lastYearNone", { year, reason })}</p>
  }
  const change = changeBetween(metric, last, pointOf(reading))
  return (
    <p className="text-sm text-ink-2">
      {t("lastYear", { year, value: formatFigure(last, metric, locale) })}
      {change.kind === "missing" ? null : (
        <span className="ml-2">
          {formatDifference(change.absolute, metric, locale)}
          {change.kind === "full" ? ` (${formatRelative(change.relative)})` : null}
        </span>
      )}
    </p>
  )
}

/** A reading as a point of a series: what a person corrected it to goes before what was read. */
export function pointOf(reading: Reading): Point {
  const { referenceYear: year, corrected, correctedExactness, low, high } = reading
  const value = corrected ?? reading.value
  if (value === null || reading.state === "reject") {
    const reason = reading.state === "reject" ? ("not_stated" as const) : ("placeholder" as const)
    return { year, value: null, reason, reviewed: true, evidence: null }
  }
  const isCorrected = corrected !== null
  const exactness = (isCorrected ? correctedExactness : reading.exactness) ?? "exact"
  const range = isCorrected ? { low: null, high: null } : { low, high }
  const plain = { flags: [], version: 0, reviewed: true, derived: false, evidence: null }
  return { year, value, exactness, ...range, ...plain }
}
