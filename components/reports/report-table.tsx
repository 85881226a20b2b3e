import Link from "next/link"
import { formatDate } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { townName } from "@/catalogue/place-name"
import { translate } from "@/catalogue/translate"
import type { ListedReport } from "@/components/overview/overview"
import { reportState } from "@/components/reports/report-state"

/** Reports as a list: town, year, version, what waits in them. */
export function ReportTable({ locale, reports }: { locale: Locale; reports: readonly ListedReport[] }) {
  const t = translate(locale, "ui")
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{t("reports.year")}</th>
            <th scope="col">{t("overview.town")}</th>
            <th scope="col">{t("overview.status")}</th>
            <th scope="col" className="hidden sm:table-cell">
              {t("overview.published")}
            </th>
            <th scope="col" className="figure">
              {t("overview.readings")}
            </th>
            <th scope="col" className="figure">
              {t("overview.findings")}
            </th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <tr key={`${report.townCode}/${report.year}/${report.version}`}>
              <td>{report.year}</td>
              <td>{townName(report.townCode, locale)}</td>
              <td>
                <Link
                  href={`/reports/${report.townCode}/${report.year}${report.counts ? "" : `?version=${report.version}`}`}
                  prefetch={false}
                >
                  {reportState(report, locale)}
                </Link>
                {report.version > 1 || !report.counts ? (
                  <span className="ml-2 text-sm text-ink-2">
                    {t("reports.version", { version: report.version })}
                  </span>
                ) : null}
              </td>
              <td className="hidden sm:table-cell">
                {report.publishedOn ? formatDate(report.publishedOn, locale) : "—"}
              </td>
              <td className="figure">{report.candidates}</td>
              <td className="figure">{report.findings}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
