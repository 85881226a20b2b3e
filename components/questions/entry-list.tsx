import { formatMoment } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { figureIn, type QuestionThread, readIn } from "@/components/questions/question"

const borders = { reviewer: "border-l-line", town_officer: "border-l-accent" } as const

/** What was said in a thread, in order. */
export function EntryList({ locale, thread }: { locale: Locale; thread: QuestionThread }) {
  const t = translate(locale, "question")
  const before = readIn(thread, locale)
  return (
    <ol className="mt-3 grid gap-3">
      {thread.entries.map((entry) => {
        const figure = figureIn(thread, entry.value, locale)
        return (
          <li key={entry.sequence} className={`border-l-4 pl-3 ${borders[entry.byRole]}`}>
            <p className="text-sm text-ink-2">
              <strong className="mr-2 text-ink">{t(`said.${entry.action}`)}</strong>
              {t("byline", {
                side: t(`side.${entry.byRole}`),
                name: entry.by,
                time: formatMoment(entry.at, locale),
              })}
            </p>
            {figure ? (
              <p className="font-semibold">
                {before ? t("proposedInstead", { before, figure }) : t("proposed", { figure })}
              </p>
            ) : null}
            {entry.words ? <p className="break-words whitespace-pre-line">{entry.words}</p> : null}
            {entry.source ? (
              <p className="text-sm break-words text-ink-2">{t("source", { source: entry.source })}</p>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
