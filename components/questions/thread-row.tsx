import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import type { ThreadSide } from "@/catalogue/question"
import { translate } from "@/catalogue/translate"
import { cut, figureIn, type QuestionThread, subjectOf } from "@/components/questions/question"
import { StateMark } from "@/components/questions/state-mark"

type Props = { locale: Locale; thread: QuestionThread; side: ThreadSide }

/** A thread on one line or two: what it is about, what was said last, whose turn it is. */
export function ThreadRow({ locale, thread, side }: Props) {
  const t = translate(locale, "question")
  const last = thread.entries.at(-1)
  const proposed = thread.entries.findLast(({ action }) => action === "propose")
  const figure = figureIn(thread, (last?.action === "take" ? proposed : last)?.value ?? null, locale)
  const spoken = [figure, last?.words].filter(Boolean).join(" · ")
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <Link href={`/questions/${thread.id}`} prefetch={false}>
          {subjectOf(thread, locale)}
        </Link>
        <span className="ml-3 text-sm text-ink-2">
          {t("heading", { town: thread.townName, year: String(thread.year) })}
        </span>
        {last ? (
          <p className="text-sm break-words text-ink-2">
            {t(spoken ? "lastSaid" : "lastDone", {
              ...{ side: t(`side.${last.byRole}`), said: t(`said.${last.action}`) },
              spoken: cut(spoken, 60),
            })}
          </p>
        ) : null}
      </div>
      <StateMark locale={locale} state={thread.state} side={side} />
    </li>
  )
}
