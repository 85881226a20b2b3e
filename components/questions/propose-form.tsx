import type { Locale } from "@/catalogue/messages/messages"
import type { MetricCode } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { FigureFields } from "@/components/questions/figure-fields"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  locale: Locale
  townCode: number
  year: number
  reading: { id: string; metric: MetricCode }
  propose: Action
}

/** A town officer's way to say that a reading of the own report is wrong: the right figure and its source. Give it a key
 * that changes with the number of threads, so that it is empty again after it was sent. */
export function ProposeForm({ locale, townCode, year, reading, propose }: Props) {
  const t = translate(locale, "question")
  return (
    <details className="no-print">
      <summary className="button list-none">{t("propose.open")}</summary>
      <ActionForm
        action={propose}
        fields={{ town: townCode, year, candidate: reading.id }}
        className="mt-2 grid gap-3"
      >
        <FigureFields locale={locale} metric={reading.metric} required />
        <label className="grid gap-1">
          {t("propose.words")}
          <textarea className="field w-full py-2" name="words" rows={2} maxLength={2000} />
        </label>
        <button type="submit" className="button button-main w-full sm:w-auto sm:justify-self-start">
          {t("propose.send")}
        </button>
      </ActionForm>
    </details>
  )
}
