import Link from "next/link"
import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"

export type TownFinding = { year: number; severity: string; words: string; start: number | null }
type Props = { locale: Locale; town: Town; findings: readonly TownFinding[] }

/** What the checks found in the town's reports, year by year, the newest open. */
export function TownFindings({ locale, town, findings }: Props) {
  const t = translate(locale, "ui")
  const years = [...new Set(findings.map(({ year }) => year))]
  return (
    <section className="mt-8">
      <h2 className="text-lg font-semibold">{t("town.findings")}</h2>
      {years.map((year, index) => {
        const ofYear = findings.filter((one) => one.year === year)
        return (
          <details key={year} open={index === 0} className="mt-1">
            <summary className="disclosure min-h-10 cursor-pointer py-2">
              {t("town.findingsOf", { year: formatYear(year, locale), count: ofYear.length })}
            </summary>
            <ul className="list-none ruled p-0">
              {ofYear.map((one) => (
                <li key={`${one.words}/${one.start}`} className="py-2">
                  {one.words}{" "}
                  {one.start === null ? null : (
                    <Link
                      href={`/reports/${town.code}/${year}#p${one.start}`}
                      prefetch={false}
                      className="underline"
                    >
                      {t("town.findingPlace")}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </section>
  )
}
