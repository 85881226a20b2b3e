import type { Locale } from "@/catalogue/messages/messages"
import { metrics } from "@/catalogue/metrics"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"

/** A report that can be asked about. */
export type AskedReport = { townCode: number; townName: string; year: number }

type Props = { locale: Locale; reports: readonly AskedReport[]; ask: Action }

/** The box to ask a town away from its report: which report, and which metric if any. */
export function AskFreely({ locale, reports, ask }: Props) {
  const t = translate(locale, "question")
  return (
    <details className="no-print mt-4">
      <summary className="button list-none">{t("ask.open")}</summary>
      <ActionForm action={ask} fields={{}} className="sheet mt-2 grid max-w-3xl gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <label className="grid gap-1">
            {t("ask.report")}
            <select name="report" className="field w-full" required defaultValue="">
              <option value="" disabled>
                {t("ask.choose")}
              </option>
              {reports.map(({ townCode, townName, year }) => (
                <option key={`${townCode}/${year}`} value={`${townCode}/${year}`}>
                  {t("ask.reportChoice", { town: townName, year: String(year) })}
                </option>
              ))}
            </select>
          </label>
          <label className="grid gap-1">
            {t("ask.metric")}
            <select name="metric" className="field w-full" defaultValue="">
              <option value="">{t("ask.noMetric")}</option>
              {metrics.map(({ code, nameZh, nameEn }) => (
                <option key={code} value={code}>
                  {locale === "zh" ? nameZh : nameEn}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label className="grid gap-1">
          {t("ask.label")}
          <textarea className="field w-full py-2" name="words" rows={3} maxLength={2000} required />
        </label>
        <button type="submit" className="button button-main justify-self-start">
          {t("ask.send")}
        </button>
      </ActionForm>
    </details>
  )
}
