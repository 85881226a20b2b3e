import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { FigureFields } from "@/components/questions/figure-fields"
import type { QuestionThread } from "@/components/questions/question"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  locale: Locale
  thread: QuestionThread
  fields: Readonly<Record<string, string | number>>
  answer: Action
}

/** The town's turn: one box, and where the thread is about a metric a figure with its source, asked for at once where the
 * report gives none. */
export function AnswerForm({ locale, thread, fields, answer }: Props) {
  const t = translate(locale, "question")
  const isAsked = (thread.reading?.value ?? null) === null
  return (
    <ActionForm action={answer} fields={fields} className="no-print mt-4 grid gap-3">
      <label className="grid gap-1">
        {t(thread.state === "waiting_for_town" ? "answer.label" : "answer.more")}
        <textarea className="field w-full py-2" name="words" rows={3} maxLength={2000} />
      </label>
      {thread.metric ? (
        <details open={isAsked}>
          <summary className="disclosure flex min-h-10 cursor-pointer items-center">
            {t(isAsked ? "answer.figureAsked" : "answer.figure")}
          </summary>
          <div className="grid gap-3 pb-1">
            <FigureFields locale={locale} metric={thread.metric} />
          </div>
        </details>
      ) : null}
      <button type="submit" className="button button-main w-full sm:w-auto sm:justify-self-start sm:px-8">
        {t("answer.send")}
      </button>
    </ActionForm>
  )
}
