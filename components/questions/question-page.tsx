import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import type { ThreadSide } from "@/catalogue/question"
import { translate } from "@/catalogue/translate"
import {
  placeHref,
  type QuestionThread,
  subjectOf,
  type ThreadActions,
} from "@/components/questions/question"
import { Thread } from "@/components/questions/thread"

type Props = {
  locale: Locale
  thread: QuestionThread
  side: ThreadSide
  /** Somebody else spoke before the reader, whose words were not saved. */
  isLate: boolean
  actions: ThreadActions
}

/** One thread by itself. */
export function QuestionPage({ locale, thread, side, isLate, actions }: Props) {
  const t = translate(locale, "question")
  return (
    <div className="max-w-4xl">
      <p className="flex flex-wrap gap-x-6">
        <Link href="/questions" prefetch={false}>
          {t("back")}
        </Link>
        <Link href={placeHref(thread)} prefetch={false}>
          {t("report")}
        </Link>
      </p>
      <h1 className="mt-2 text-xl font-semibold">
        {t("threadTitle", {
          town: thread.townName,
          year: String(thread.year),
          subject: subjectOf(thread, locale),
        })}
      </h1>
      {isLate ? (
        <p role="alert" className="mt-2 text-bad">
          {translate(locale, "problem")("changed_meanwhile")}
        </p>
      ) : null}
      <div className="mt-4">
        <Thread {...{ locale, thread, side, actions }} on="page" fields={{ page: "questions" }} />
      </div>
    </div>
  )
}
