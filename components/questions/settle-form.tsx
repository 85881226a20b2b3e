import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { figureIn, type QuestionThread } from "@/components/questions/question"
import { type Action, ActionForm } from "@/components/review/action-form"

type Props = {
  locale: Locale
  thread: QuestionThread
  fields: Readonly<Record<string, string | number>>
  settle: Action
}

/** The reviewer's turn: take the town's last figure, decline it, ask on, or close. */
export function SettleForm({ locale, thread, fields, settle }: Props) {
  const t = translate(locale, "question")
  const proposed = thread.entries.findLast(({ action }) => action === "propose")
  const figure = figureIn(thread, proposed?.value ?? null, locale)
  const isTurn = thread.state === "waiting_for_office"
  return (
    <ActionForm action={settle} fields={fields} className="no-print mt-4 grid gap-3">
      <label className="grid gap-1">
        {t(figure ? "settle.label" : "settle.labelPlain")}
        <textarea className="field w-full py-2" name="words" rows={2} maxLength={2000} />
      </label>
      <div className="flex flex-wrap gap-2">
        {figure ? (
          <>
            <button
              type="submit"
              name="action"
              value="take"
              className={isTurn ? "button button-main" : "button"}
            >
              {t("settle.take", { figure })}
            </button>
            <button type="submit" name="action" value="decline" className="button">
              {t("settle.decline")}
            </button>
          </>
        ) : null}
        <button type="submit" name="action" value="ask" className="button">
          {t("settle.ask")}
        </button>
        <button
          type="submit"
          name="action"
          value="close"
          className={isTurn && !figure ? "button button-main" : "button"}
        >
          {t("settle.close")}
        </button>
      </div>
      <p className="text-sm text-ink-2">{t("settle.closeHint")}</p>
    </ActionForm>
  )
}
