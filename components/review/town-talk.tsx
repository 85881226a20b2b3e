import type { Locale } from "@/catalogue/messages/messages"
import type { MetricCode } from "@/catalogue/metric"
import type { ThreadSide } from "@/catalogue/question"
import { translate } from "@/catalogue/translate"
import { AskForm } from "@/components/questions/ask-form"
import { ProposeForm } from "@/components/questions/propose-form"
import type { QuestionThread, ThreadActions } from "@/components/questions/question"
import { Thread } from "@/components/questions/thread"
import type { Action } from "@/components/review/action-form"
import { Key } from "@/components/review/key"
import type { Reading, ReviewReport } from "@/components/review/report"

/** The threads with the town about a report, on which side the reader is, and what that side may do. */
export type Talk = {
  side: ThreadSide | null
  threads: readonly QuestionThread[]
  actions: ThreadActions & { ask: Action; propose: Action }
}

type Props = {
  locale: Locale
  report: ReviewReport
  talk: Talk
  about: { candidateId?: string; findingId?: string; metric?: MetricCode; start?: number; end?: number }
  /** The reading that a town may say is wrong. */
  reading?: Reading
}

/** What is said between office and town of one item of the desk: its threads, the box to ask, the town's way to propose. */
export function TownTalk({ locale, report, talk, about, reading }: Props) {
  const { town, year } = report
  const threads = talk.threads.filter((thread) => isAbout(thread, about))
  const t = translate(locale, "review")
  const { answer, settle, ask, propose } = talk.actions
  return (
    <div data-talk className="contents">
      {threads.map((thread) => (
        <div key={thread.id} className="order-last w-full">
          <Thread {...{ locale, thread, side: talk.side, actions: { answer, settle } }} on="report" />
        </div>
      ))}
      {talk.side === "reviewer" && !threads.some(({ state }) => state !== "closed") ? (
        <details className="no-print text-sm open:w-full">
          <summary className="button list-none !px-2" data-key="q">
            {t("ask")}
            <Key name="q" />
          </summary>
          <div className="mt-2">
            <AskForm key={threads.length} {...{ locale, town, year, about, ask }} />
          </div>
        </details>
      ) : null}
      {talk.side === "town_officer" && reading && reading.origin !== "source" ? (
        <ProposeForm key={threads.length} {...{ locale, townCode: town.code, year, reading, propose }} />
      ) : null}
    </div>
  )
}

function isAbout(thread: QuestionThread, { candidateId, findingId, start }: Props["about"]): boolean {
  if (candidateId) return thread.candidateId === candidateId
  if (findingId) return thread.findingId === findingId
  return (
    thread.candidateId === null && thread.findingId === null && start !== undefined && thread.start === start
  )
}

/** Threads about no item that the desk still shows, and the box to ask about the report as a whole. */
export function GeneralThreads({ locale, report, talk }: Pick<Props, "locale" | "report" | "talk">) {
  const t = translate(locale, "review")
  const { readings, findings, unclaimed, town, year } = report
  const shown = [
    ...readings.map(({ id }) => ({ candidateId: id })),
    ...findings.map(({ id }) => ({ findingId: id })),
    ...unclaimed.map(({ start }) => ({ start })),
  ]
  const threads = talk.threads.filter((thread) => !shown.some((about) => isAbout(thread, about)))
  const { answer, settle, ask } = talk.actions
  if (threads.length === 0 && talk.side !== "reviewer") return null
  return (
    <section className="mt-6 grid gap-2" aria-label={t("generalThreads")}>
      <h2 className="text-lg font-semibold">{t("generalThreads")}</h2>
      {threads.map((thread) => (
        <Thread key={thread.id} {...{ locale, thread, side: talk.side, actions: { answer, settle } }} />
      ))}
      {talk.side === "reviewer" ? (
        <details className="no-print text-sm">
          <summary className="button list-none">{t("askGeneral")}</summary>
          <div className="mt-2">
            <AskForm key={threads.length} {...{ locale, town, year, ask }} about={{}} />
          </div>
        </details>
      ) : null}
    </section>
  )
}
