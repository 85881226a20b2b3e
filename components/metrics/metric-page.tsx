import type { Locale } from "@/catalogue/messages/messages"
import { type Metric, metricOf } from "@/catalogue/metric"
import type { County } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import { SeriesChart } from "@/components/charts/series-chart"
import { FigureTable } from "@/components/tables/figure-table"
import type { Series } from "@/statistics/series"

type Props = {
  locale: Locale
  metric: Metric
  county: County | null
  series: readonly Series[]
  names: ReadonlyMap<number, string>
  years: { from: number; to: number } | null
}

/** A metric: what it means, how it may be added up and compared, and every town's figures. */
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
    [t("metric.rank"), t(`metric.ranks.${metric.rank}`)],
    numerator && denominator
      ? [
          t("metric.ratio"),
          `${metricName(metricOf(numerator), locale)} ÷ ${metricName(metricOf(denominator), locale)}`,
        ]
      : [t("metric.denominator"), denominator ? metricName(metricOf(denominator), locale) : null],
    [
      t("metric.note"),
      metric.note === null ? null : translate(locale, "note")(metric.code as "meetings_held"),
    ],
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
      {county && years && shown.length > 0 ? (
        <>
          <div className="sheet mt-6">
            <SeriesChart {...{ locale, metric, series, years, names }} view="line" focus={null} />
          </div>
          <h2 className="mt-8 text-lg font-semibold">{t("metric.figures")}</h2>
          <FigureTable
            locale={locale}
            head={t("metric.town")}
            rows={shown.map((one) => {
              const name = names.get(one.townCode) ?? String(one.townCode)
              return { series: one, town: name, name, href: `/towns/${one.townCode}` }
            })}
          />
        </>
      ) : null}
    </>
  )
}
