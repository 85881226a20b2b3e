import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { ListedReport } from "@/components/overview/overview"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = { locale: Locale; county: number; reports: readonly ListedReport[]; publishAll: Action }

/** Reports that are done and wait to be published, a button a year. */
export function ReadyList({ locale, county, reports, publishAll }: Props) {
  const t = translate(locale, "ui")
  const ready = reports.filter(({ counts, left, published }) => counts && left === 0 && published === 0)
  const years = [...new Set(ready.map(({ year }) => year))]
  return years.map((year) => (
    <ActionForm key={year} action={publishAll} fields={{ county, year }} className="no-print mt-3">
      <button type="submit" className="button button-main">
        {t("reports.publishAll", {
          year: String(year),
          count: ready.filter((report) => report.year === year).length,
        })}
      </button>
    </ActionForm>
  ))
}
