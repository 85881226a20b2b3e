import Link from "next/link"
import { formatDate } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { romanisedNote } from "@/components/explore/view-notes"
import type { OverviewData } from "@/components/overview/overview"
import { reportState } from "@/components/reports/report-state"

/** Every town of the county and where its report of the year stands. */
export function TownReports({ locale, overview }: { locale: Locale; overview: OverviewData }) {
  const t = translate(locale, "ui")
  return (
    <section>
      <h2 className="text-lg font-semibold">{t("overview.reports")}</h2>
      {romanisedNote(locale).map((note) => (
        <p key={note} className="text-sm text-ink-2">
          {note}
        </p>
      ))}
      <div className="mt-2 overflow-x-auto">
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t("overview.town")}</th>
              <th scope="col">{t("overview.status")}</th>
              <th scope="col" className="hidden sm:table-cell">
                {t("overview.published")}
              </th>
              {overview.works ? (
                <>
                  <th scope="col" className="figure">
                    {t("overview.readings")}
                  </th>
                  <th scope="col" className="figure">
                    {t("overview.findings")}
                  </th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {overview.towns.map(({ town, held, report }) => (
              <tr key={town.code}>
                <th scope="row">
                  <Link href={`/towns/${town.code}`} prefetch={false}>
                    {town.name}
                  </Link>
                </th>
                {held ? (
                  <>
                    <td>
                      <Link href={`/reports/${town.code}/${held.year}`} prefetch={false}>
                        {report
                          ? reportState(report, locale)
                          : t(held.published ? "overview.held" : "overview.heldUnpublished")}
                      </Link>
                    </td>
                    <td className="hidden sm:table-cell">
                      {held.publishedOn ? formatDate(held.publishedOn, locale) : "—"}
                    </td>
                    {overview.works ? (
                      <>
                        <td className="figure">{report?.candidates ?? "—"}</td>
                        <td className="figure">{report?.findings ?? "—"}</td>
                      </>
                    ) : null}
                  </>
                ) : (
                  <>
                    <td className="text-ink-2">{t("overview.notHeld")}</td>
                    <td className="hidden sm:table-cell">—</td>
                    {overview.works ? (
                      <>
                        <td className="figure">—</td>
                        <td className="figure">—</td>
                      </>
                    ) : null}
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
