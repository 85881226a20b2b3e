import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { type QuestionState, type ThreadSide, waitingStates } from "@/catalogue/question"
import { translate } from "@/catalogue/translate"
import { type AskedReport, AskFreely } from "@/components/questions/ask-freely"
import type { QuestionThread, ThreadActions } from "@/components/questions/question"
import { Thread } from "@/components/questions/thread"
import { ThreadRow } from "@/components/questions/thread-row"
import type { Action } from "@/components/review/action-form"

/** Which threads the page lists. */
export const questionFilters = ["open", "waiting_for_office", "waiting_for_town", "closed"] as const
export type QuestionFilter = (typeof questionFilters)[number]

type Props = {
  locale: Locale
  side: ThreadSide
  /** The county of a reviewer, the town of its officer. */
  place: string
  threads: readonly QuestionThread[]
  filter: QuestionFilter
  /** What a reviewer can ask about; none for a town officer. */
  reports: readonly AskedReport[]
  actions: ThreadActions & { ask: Action }
  /** Further parts of the address that a choice of filter keeps. */
  county: number | null
}

/** All threads of an office, or of a town: those that wait for the reader whole, to be answered here; the others as a
 * list. */
export function QuestionsPage(props: Props) {
  const { locale, side, place, threads, filter, reports, actions, county } = props
  const t = translate(locale, "question")
  const shown = threads.filter(({ state }) => passes(state, filter))
  const mine = shown.filter(({ state }) => state === waitingStates[side])
  const others = shown.filter((thread) => !mine.includes(thread))
  const count = threads.filter(({ state }) => state === waitingStates[side]).length
  return (
    <div className="max-w-4xl">
      <h1 className="text-xl font-semibold">
        {side === "reviewer"
          ? t("pageTitle.reviewer", { county: place, count })
          : t("pageTitle.town_officer", { town: place, count })}
      </h1>
      <p className="mt-2 text-ink-2">{t(`words.${side}`)}</p>
      {reports.length > 0 ? (
        <AskFreely key={threads.length} {...{ locale, reports, ask: actions.ask }} />
      ) : null}
      {threads.length > 0 ? <Filters {...{ locale, side, threads, filter, county }} /> : null}
      {shown.length === 0 ? (
        <p className="mt-6 text-ink-2">{threads.length === 0 ? t(`noThreads.${side}`) : t("noneInState")}</p>
      ) : null}
      <ul className="my-4 grid grid-cols-[minmax(0,1fr)] gap-4 empty:hidden">
        {mine.map((thread) => (
          <li key={thread.id}>
            <Thread {...{ locale, thread, side, actions }} fields={{ page: "questions" }} />
          </li>
        ))}
      </ul>
      <ul className="ruled border-b border-line empty:hidden">
        {others.map((thread) => (
          <ThreadRow key={thread.id} {...{ locale, thread, side }} />
        ))}
      </ul>
    </div>
  )
}

const passes = (state: QuestionState, filter: QuestionFilter) =>
  filter === "open" ? state !== "closed" : state === filter

function Filters({
  locale,
  side,
  threads,
  filter,
  county,
}: Pick<Props, "locale" | "side" | "threads" | "filter" | "county">) {
  const t = translate(locale, "question")
  const offered = side === "reviewer" ? questionFilters : (["open", "closed"] as const)
  const address = (one: QuestionFilter) => {
    const search = new URLSearchParams({
      ...(one === "open" ? {} : { state: one }),
      ...(county === null ? {} : { county: String(county) }),
    }).toString()
    return search ? `/questions?${search}` : "/questions"
  }
  return (
    <nav aria-label={t("filter")} className="mt-4 flex flex-wrap gap-x-1 border-b border-line">
      {offered.map((one) => (
        <Link
          key={one}
          href={address(one)}
          prefetch={false}
          aria-current={one === filter ? "page" : undefined}
          className="flex min-h-10 items-center border-b-2 border-transparent px-3 text-ink-2 no-underline hover:text-accent aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {t("filterCount", {
            name: t(`filters.${one}`),
            count: threads.filter(({ state }) => passes(state, one)).length,
          })}
        </Link>
      ))}
    </nav>
  )
}
