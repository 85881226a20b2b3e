import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { countyName } from "@/catalogue/place-name"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import type { ListedReport } from "@/components/overview/overview"
import { ReportTable } from "@/components/reports/report-table"
import { HeldReports, type HeldYear } from "@/components/towns/held-reports"
import { type TownFinding, TownFindings } from "@/components/towns/town-findings"
import { TownPanels } from "@/components/towns/town-panels"
import { TownPromises } from "@/components/towns/town-promises"
import type { MedianPoint } from "@/statistics/median-series"
import type { Series } from "@/statistics/series"
import type { Target } from "@/statistics/target"

type Props = {
  locale: Locale
  /** Its name in Chinese, which `view.town` may give in another spelling. */
  original: string
  view: {
    town: Town
    held: readonly HeldYear[]
    reports: readonly ListedReport[]
    series: readonly Series[]
    neverStated: readonly MetricCode[]
    targets: readonly Target[]
    medians: ReadonlyMap<MetricCode, readonly MedianPoint[]>
    findings: readonly TownFinding[]
  }
}

/** A town: every metric that its reports gave beside the county's median, its promises and what became of them, what the
 * checks found, its reports. */
export function TownPage({ locale, view, original }: Props) {
  const t = translate(locale, "ui")
  const { town, held, series, reports, targets, neverStated, medians, findings } = view
  const county = countyName(town.countyCode, locale)
  return (
    <>
      <h1 className="text-xl font-semibold">{t("town.title", { town: town.name, count: series.length })}</h1>
      <p className="text-sm text-ink-2">
        {original === town.name ? null : <span lang="zh-CN">{`${original} · `}</span>}
        {t("town.code", { code: String(town.code), county })}
      </p>
      {held.length === 0 ? <p className="mt-4">{t("town.none")}</p> : null}
      {series.length > 0 ? (
        <div className="sheet mt-4">
          <TownPanels {...{ locale, town, series, medians }} />
        </div>
      ) : null}
      {targets.length > 0 ? (
        <TownPromises {...{ locale, town, targets, series }} held={held.map(({ year }) => year)} />
      ) : null}
      {findings.length > 0 ? <TownFindings {...{ locale, town, findings }} /> : null}
      {held.length > 0 ? (
        <section className="mt-8">
          <h2 className="text-lg font-semibold">{t("town.reports")}</h2>
          {reports.length > 0 ? (
            <ReportTable locale={locale} reports={reports} />
          ) : (
            <HeldReports locale={locale} town={town.code} held={held} />
          )}
        </section>
      ) : null}
      {series.length > 0 && neverStated.length > 0 ? (
        <details className="mt-8 text-sm text-ink-2">
          <summary className="disclosure min-h-10 cursor-pointer py-2">
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
