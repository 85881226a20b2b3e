import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { type ThreadSide, waitingStates } from "@/catalogue/question"
import { translate } from "@/catalogue/translate"
import { AnswerForm } from "@/components/questions/answer-form"
import { EntryList } from "@/components/questions/entry-list"
import { PlaceQuote } from "@/components/questions/place-quote"
import {
  placeHref,
  type QuestionThread,
  readIn,
  subjectOf,
  type ThreadActions,
} from "@/components/questions/question"
import { SettleForm } from "@/components/questions/settle-form"
import { StateMark } from "@/components/questions/state-mark"

type Props = {
  locale: Locale
  thread: QuestionThread
  /** On which side the reader is; null for one who only reads. */
  side: ThreadSide | null
  actions: ThreadActions
  /** On a page of its own the heading stands above it; beside the report the place is in sight as well. */
  on?: "list" | "page" | "report"
  /** Sent along with every form, such as the page that it stands on. */
  fields?: Readonly<Record<string, string | number>>
}

/** A thread: what it is about, what was said, and the form of whoever may speak. A form stays as it was typed while only
 * the other side speaks. */
export function Thread({ locale, thread, side, actions, on = "list", fields = {} }: Props) {
  const t = translate(locale, "question")
  const sent = { ...fields, question: thread.id, seen: thread.seen }
  const said = thread.entries.filter(({ byRole }) => byRole === side).length
  const isOpen = thread.state !== "closed"
  return (
    <article
      className={`sheet ${side && thread.state === waitingStates[side] ? "border-l-4 border-l-warn" : ""}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        {on !== "list" ? null : (
          <h2 className="flex flex-wrap items-baseline gap-x-3 text-lg font-semibold">
            {subjectOf(thread, locale)}
            <Link className="text-sm font-normal" prefetch={false} href={placeHref(thread)}>
              {t("heading", { town: thread.townName, year: String(thread.year) })}
            </Link>
          </h2>
        )}
        <StateMark locale={locale} state={thread.state} side={side} />
      </div>
      {on === "report" ? null : <PlaceOf locale={locale} thread={thread} />}
      <EntryList locale={locale} thread={thread} />
      {isOpen && side === "town_officer" ? (
        <AnswerForm key={said} {...{ locale, thread, fields: sent, answer: actions.answer }} />
      ) : null}
      {isOpen && side === "reviewer" ? (
        <SettleForm key={said} {...{ locale, thread, fields: sent, settle: actions.settle }} />
      ) : null}
    </article>
  )
}

function PlaceOf({ locale, thread }: { locale: Locale; thread: QuestionThread }) {
  const t = translate(locale, "question")
  const read = readIn(thread, locale)
  return (
    <dl className="mt-2 grid gap-1 rounded bg-wash px-3 py-2 empty:hidden">
      {thread.quote ? (
        <div>
          <dt className="text-sm text-ink-2">{t("quoted")}</dt>
          <dd className="break-words">
            <PlaceQuote quote={thread.quote} sentence={thread.sentence} />
          </dd>
        </div>
      ) : null}
      {read ? (
        <div className="flex gap-2">
          <dt className="text-ink-2">{t("readAs")}</dt>
          <dd className="font-semibold">{read}</dd>
        </div>
      ) : null}
      {thread.finding ? (
        <div>
          <dt className="text-sm text-ink-2">{t("finding")}</dt>
          <dd>{thread.finding}</dd>
        </div>
      ) : null}
    </dl>
  )
}
