"use client"

import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { LineState } from "@/components/charts/line"
import { buildLineState } from "@/components/charts/line-state"
import { StaticLine } from "@/components/charts/static-line"
import { useCurrentItem } from "@/components/review/desk-keys"
import { pointOf } from "@/components/review/last-year"
import type { Reading, Trend } from "@/components/review/report"
import type { Point } from "@/statistics/series"

type Props = {
  locale: Locale
  town: { code: number; name: string }
  year: number
  readings: readonly Reading[]
  trends: readonly Trend[]
}

/** The line of published figures is drawn under this code, the line to come under the town's. */
const published = 0
const namedYears = 4

/** The chart that the current reading will change: what is published, and how it will stand. */
export function TrendPanel({ locale, town, year, readings, trends }: Props) {
  const t = translate(locale, "review")
  const current = useCurrentItem()
  const chosen = readings.find(({ id }) => current === `r${id}`)
  const reading = chosen ?? (current === null ? readings.find(({ kind }) => kind === "result") : undefined)
  const trend = reading && trends.find(({ metric }) => metric === reading.metric)
  if (!reading || !trend || reading.kind !== "result")
    return <p className="text-sm text-ink-2">{t(reading ? "trendNotBooked" : "trendNone")}</p>
  const metric = metricOf(reading.metric)
  const before = trend.series.points
  const next = pointOf(reading)
  const after = before.map((point) => (point.year === year ? next : point))
  const said = (point: Point | undefined) =>
    !point || point.value === null ? t("trendGap") : formatFigure(point, metric, locale)
  const [was, becomes] = [said(before.find((point) => point.year === year)), said(next)]
  const series = [
    { ...trend.series, townCode: published, points: before },
    { ...trend.series, townCode: town.code, points: after },
  ]
  const names = new Map([
    [published, t("trendBefore")],
    [town.code, t("trendAfter")],
  ])
  const state = buildLineState(
    { metric, series, names, focus: town.code, hrefOf: () => null, source: "", locale },
    trend.median,
  )
  return (
    <figure className="m-0" data-trend={reading.metric}>
      <figcaption>
        <strong>{locale === "zh" ? metric.nameZh : metric.nameEn}</strong>
        <span className="block text-sm text-ink-2" aria-live="polite">
          {was === becomes
            ? t("trendSame", { year: String(year), value: was })
            : t("trendChange", { year: String(year), before: was, after: becomes })}
        </span>
      </figcaption>
      <div className="drawing mt-2">
        <StaticLine state={{ ...state, years: everyOther(state.years) }} />
      </div>
    </figure>
  )
}

/** The panel is narrow: of many years every other one is named, the last always. */
function everyOther(years: LineState["years"]): LineState["years"] {
  const step = Math.ceil(years.length / namedYears)
  return years.map((tick, index) => ((years.length - 1 - index) % step === 0 ? tick : { ...tick, label: "" }))
}
