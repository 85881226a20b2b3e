import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import type { ReviewReport } from "@/components/review/report"

type Props = { locale: Locale; report: ReviewReport; enter: Action; metrics: ReactNode }

const kinds = ["letter", "call", "table", "other"] as const

/** A figure that the report does not give, with what it rests on. */
export function SourceForm({ locale, report, enter, metrics }: Props) {
  const t = translate(locale, "review")
  return (
    <details className="no-print">
      <summary className="button list-none">{t("addSource")}</summary>
      <ActionForm
        action={enter}
        fields={{ town: report.town.code, year: report.year }}
        className="mt-2 grid gap-2 text-sm"
      >
        <p className="text-ink-2">{t("addSourceWords")}</p>
        {metrics}
        <label className="grid gap-1">
          {t("sourceValue")}
          <input className="field" name="value" inputMode="decimal" required />
        </label>
        <label className="grid gap-1">
          {t("sourceKind")}
          <select className="field" name="source">
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`source.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="grid gap-1">
          {t("sourceReference")}
          <input className="field" name="reference" required maxLength={400} />
        </label>
        <label className="grid gap-1">
          {t("sourceWords")}
          <textarea className="field min-h-20 py-1" name="words" required maxLength={4000} />
        </label>
        <button type="submit" className="button button-main">
          {t("addSave")}
        </button>
      </ActionForm>
    </details>
  )
}
