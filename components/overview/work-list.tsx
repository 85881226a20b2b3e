import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { townName } from "@/catalogue/place-name"
import { translate } from "@/catalogue/translate"
import type { ListedReport, OverviewData } from "@/components/overview/overview"

const shown = 8

/** What needs a person: versions to choose between, readings to decide, reports that have not come. */
export function WorkList({ locale, overview }: { locale: Locale; overview: OverviewData }) {
  const t = translate(locale, "ui")
  const { year, waiting, versions, towns } = overview
  const missing = towns.filter(({ held }) => held === null).map(({ town }) => town.name)
  const words = ({ townCode, year: of }: ListedReport) => ({
    town: townName(townCode, locale),
    year: String(of),
  })
  const address = ({ townCode, year: of, version, counts }: ListedReport) =>
    `/reports/${townCode}/${of}${counts ? "" : `?version=${version}`}`
  const isEmpty = waiting.length + versions.length + missing.length === 0
  return (
    <section>
      <h2 className="text-lg font-semibold">{t("overview.work")}</h2>
      {isEmpty ? <p className="mt-2 text-ink-2">{t("overview.workNone")}</p> : null}
      <ul className="mt-2 ruled">
        {versions.map((report) => (
          <li key={`${report.townCode}/${report.year}/${report.version}`} className="py-2">
            <Link href={address(report)}>
              {t("overview.version", { ...words(report), version: report.version })}
            </Link>
          </li>
        ))}
        {waiting.slice(0, shown).map((report) => (
          <li key={`${report.townCode}/${report.year}`} className="py-2">
            <Link href={address(report)}>
              {t("overview.waiting", { ...words(report), count: report.left })}
            </Link>
          </li>
        ))}
        {waiting.length > shown ? (
          <li className="py-2">
            <Link href="/reports">{t("overview.more", { count: waiting.length - shown })}</Link>
          </li>
        ) : null}
        {missing.length > 0 ? (
          <li className="py-2 text-ink-2">
            {t("overview.missing", {
              year: String(year),
              count: missing.length,
              towns: missing.join(locale === "zh" ? "、" : ", "),
            })}
          </li>
        ) : null}
      </ul>
    </section>
  )
}
