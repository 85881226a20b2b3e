import Link from "next/link"
import { countyOf } from "@/catalogue/divisions"
import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { Exactness } from "@/catalogue/status"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import type { ListedReport } from "@/components/overview/overview"
import { ReportTable } from "@/components/reports/report-table"
import { FigureTable } from "@/components/tables/figure-table"
import type { Series } from "@/statistics/series"

type Target = {
  metric: MetricCode
  year: number
  reportYear: number
  value: number | null
  exactness: Exactness | null
  start: number
  quote: string
}

type Props = {
  locale: Locale
  view: {
    town: Town
    years: { from: number; to: number }
    reports: readonly ListedReport[]
    series: readonly Series[]
    neverStated: readonly MetricCode[]
    targets: readonly Target[]
  }
}

/** A town: every figure that its reports gave, year by year, each opening its sentence; its reports; its promises. */
export function TownPage({ locale, view }: Props) {
  const t = translate(locale, "ui")
  const { town, series, reports, targets, neverStated } = view
  const county = countyOf(town.countyCode)?.name ?? ""
  return (
    <>
      <h1 className="text-xl font-semibold">{t("town.title", { town: town.name, count: series.length })}</h1>
      <p className="text-sm text-ink-2">{t("town.code", { code: String(town.code), county })}</p>
      {reports.length === 0 ? <p className="mt-4">{t("town.none")}</p> : null}
      {series.length > 0 ? (
        <section className="mt-6">
          <h2 className="text-lg font-semibold">{t("town.figures")}</h2>
          <FigureTable
            locale={locale}
            head={t("town.metric")}
            rows={series.map((one) => ({
              series: one,
              town: town.name,
              name: metricName(metricOf(one.metric), locale),
              href: `/explore?metric=${one.metric}&focus=${town.code}&county=${town.countyCode}`,
            }))}
          />
        </section>
      ) : null}
      {targets.length > 0 ? (
        <section className="mt-8" aria-label={t("town.targets")}>
          <h2 className="text-lg font-semibold">{t("town.targets")}</h2>
          <ul className="mt-2 divide-y divide-line">
            {targets.map((target) => {
              const metric = metricOf(target.metric)
              const { value, exactness } = target
              return (
                <li key={`${target.metric}/${target.year}`} className="py-2">
                  <span className="mr-2 text-ink-2">{t("town.targetOf", { year: String(target.year) })}</span>
                  {metricName(metric, locale)}{" "}
                  <strong>{value === null ? "—" : formatFigure({ value, exactness }, metric, locale)}</strong>{" "}
                  <Link
                    href={`/reports/${town.code}/${target.reportYear}#p${target.start}`}
                    prefetch={false}
                    className="text-sm"
                  >
                    {t("town.targetFrom", { year: String(target.reportYear) })}
                  </Link>
                </li>
              )
            })}
          </ul>
        </section>
      ) : null}
      {reports.length > 0 ? (
        <section className="mt-8">
          <h2 className="text-lg font-semibold">{t("town.reports")}</h2>
          <ReportTable locale={locale} reports={reports} />
        </section>
      ) : null}
      {series.length > 0 && neverStated.length > 0 ? (
        <details className="mt-8 text-sm text-ink-2">
          <summary className="min-h-10 cursor-pointer py-2">
            {t("town.never", { count: neverStated.length })}
          </summary>
          <p>
            {neverStated
              .map((code) => metricName(metricOf(code), locale))
              .join(locale === "zh" ? "、" : ", ")}
          </p>
        </details>
      ) : null}
    </>
  )
}
