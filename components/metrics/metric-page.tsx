import type { Locale } from "@/catalogue/messages/messages"
import { type Metric, metricOf } from "@/catalogue/metric"
import type { County } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { cellsOfSpread } from "@/components/charts/cells-of-view"
import { ChartFrame } from "@/components/charts/chart-frame"
import { Figure } from "@/components/charts/draw-figure"
import { metricName } from "@/components/charts/frame"
import { SeriesChart } from "@/components/charts/series-chart"
import { buildSpreadState } from "@/components/charts/spread-state"
import { StaticSpread } from "@/components/charts/static-spread"
import { Surface } from "@/components/charts/surface"
import { tipOf } from "@/components/charts/tip-cell"
import { WideSheet } from "@/components/charts/wide-sheet"
import { MetricNotes } from "@/components/metrics/metric-notes"
import { MetricWordings } from "@/components/metrics/metric-wordings"
import { FigureTable } from "@/components/tables/figure-table"
import { sentenceHref } from "@/components/tables/sentence-href"
import type { Series } from "@/statistics/series"

type Props = {
  locale: Locale
  metric: Metric
  county: County | null
  series: readonly Series[]
  names: ReadonlyMap<number, string>
  years: { from: number; to: number } | null
}

/** A metric: what it means, how reports word it, what stands in the way of comparing, how it is spread over towns, and every
 * town's figures. */
export function MetricPage({ locale, metric, county, series, names, years }: Props) {
  const t = translate(locale, "ui")
  const status = translate(locale, "status")
  const { numerator, denominator } = metric
  const facts = [
    [t("metric.code"), metric.code],
    [t("metric.group"), status(`group.${metric.group}`)],
    [t("metric.unit"), metric.unit],
    [t("metric.classifiers"), metric.classifiers.join(" ")],
    [t("metric.kind"), t(`metric.kinds.${metric.kind}`)],
    [t("metric.aggregate"), t(`metric.aggregates.${metric.aggregate}`)],
    numerator && denominator
      ? [
          t("metric.ratio"),
          `${metricName(metricOf(numerator), locale)} ÷ ${metricName(metricOf(denominator), locale)}`,
        ]
      : [t("metric.denominator"), denominator ? metricName(metricOf(denominator), locale) : null],
  ].filter(([, value]) => value)
  const shown = series.filter((one) =>
    one.points.some((point) => point.value !== null || point.evidence !== null),
  )
  return (
    <>
      <h1 className="text-xl font-semibold">{metricName(metric, locale)}</h1>
      <dl className="sheet mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_1fr]">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-2">{name}</dt>
            <dd className="m-0">{value}</dd>
          </div>
        ))}
      </dl>
      <MetricNotes {...{ locale, metric, series: shown, names }} />
      <MetricWordings {...{ locale, series: shown, names }} />
      {county && years && shown.length > 0 ? (
        <>
          <div className="sheet mt-8">
            <Spread {...{ locale, metric, series, names }} />
          </div>
          <div className="sheet mt-6">
            <SeriesChart {...{ locale, metric, series, years, names }} view="line" focus={null} />
          </div>
        </>
      ) : null}
    </>
  )
}

type SpreadProps = Pick<Props, "locale" | "metric" | "series" | "names">

/** Where the towns stand year by year; its table is every town's figures. */
function Spread({ locale, metric, series, names }: SpreadProps) {
  const source = translate(locale, "chart")("sourceReports")
  const state = buildSpreadState({
    ...{ metric, series, names, focus: null, hrefOf: sentenceHref, locale, source },
  })
  const rows = series.map((one) => {
    const name = names.get(one.townCode) ?? String(one.townCode)
    return { series: one, town: name, name, href: `/towns/${one.townCode}` }
  })
  const head = translate(locale, "ui")("metric.town")
  return (
    <Figure words={state.words} tips={cellsOfSpread(state).map(tipOf)} chart={null}>
      <ChartFrame frame={state.frame} locale={locale} table={<FigureTable {...{ locale, head, rows }} />}>
        <Surface>
          <WideSheet narrowest={80 * state.columns.length}>
            <StaticSpread state={state} />
          </WideSheet>
        </Surface>
      </ChartFrame>
    </Figure>
  )
}
