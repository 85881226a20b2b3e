import type { Locale } from "@/catalogue/messages/messages"
import type { MetricCode } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  locale: Locale
  town: { code: number; name: string }
  year: number
  /** What the question is about: a reading, a finding, a metric, or a stretch of the text; nothing for the whole report. */
  about: { candidateId?: string; findingId?: string; metric?: MetricCode; start?: number; end?: number }
  ask: Action
}

/** The box to ask a town about a place of its report. Give it a key that changes with the number of threads, so that it is
 * empty again after it was sent. */
export function AskForm({ locale, town, year, about, ask }: Props) {
  const t = translate(locale, "question")
  const { candidateId, findingId, metric, start, end } = about
  const fields = Object.entries({ candidate: candidateId, finding: findingId, metric, start, end })
  const given = fields.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  return (
    <ActionForm
      action={ask}
      fields={{ town: town.code, year, ...Object.fromEntries(given) }}
      className="no-print grid gap-2"
    >
      <label className="grid gap-1">
        {t("ask.label")}
        <textarea className="field w-full py-2" name="words" rows={2} maxLength={2000} required />
      </label>
      <p className="text-sm text-ink-2">{t("ask.to", { town: town.name })}</p>
      <button type="submit" className="button button-main justify-self-start">
        {t("ask.send")}
      </button>
    </ActionForm>
  )
}
