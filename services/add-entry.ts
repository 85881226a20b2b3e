import { metricOfId } from "@/catalogue/metric"
import { questionStateOf, type ThreadSide } from "@/catalogue/question"
import type { Connection } from "@/db/connect"
import { listQuestions, type StoredThread } from "@/db/reads/list-questions"
import { insertAudit } from "@/db/writes/insert-audit"
import { insertEntry, type NewEntry } from "@/db/writes/insert-question"
import { asActor, type Desk } from "@/services/desk"
import { isTaken, Problem } from "@/services/problem"

/** A thread, and how many entries it had when the person looked. */
export type SeenThread = { questionId: string; seen: number }

/**
 * Adds an entry to an open thread in one transaction with what follows from it and, last, its audit line. `make` says what
 * the entry is, or throws why it cannot be. Throws Problem: not_found, changed_meanwhile, question_closed.
 */
export async function addEntry(
  desk: Desk,
  side: ThreadSide,
  { questionId, seen }: SeenThread,
  make: (thread: StoredThread) => NewEntry,
  follow: (tx: Connection, thread: StoredThread) => Promise<void> = async () => {},
): Promise<void> {
  const { id, name, townCode } = desk.actor
  try {
    await asActor(desk, async (tx) => {
      const own = side === "town_officer" ? { townCode: townCode ?? 0 } : {}
      const [thread] = await listQuestions(tx, { id: questionId, ...own })
      if (!thread) throw new Problem("not_found")
      if (thread.entries.length !== seen) throw new Problem("changed_meanwhile")
      const state = stateOf(thread)
      if (state === "closed") throw new Problem("question_closed")
      const entry = make(thread)
      await insertEntry(tx, thread, seen + 1, entry, { role: side, id, name })
      await follow(tx, thread)
      await insertAudit(tx, {
        ...{ action: `question.${entry.action}`, countyCode: thread.countyCode },
        ...{ subject: `question:${questionId}`, before: { state, entries: seen } },
        after: {
          ...{ townCode: thread.townCode, referenceYear: thread.year },
          ...{ metric: metricOfId(thread.metricId ?? 0)?.code ?? null },
          ...{ words: entry.words, value: entry.value, source: entry.source },
        },
      })
    })
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}

/** The state of a thread: its entries say it. */
export function stateOf({ entries }: Pick<StoredThread, "entries">) {
  return questionStateOf(entries.at(-1)?.action ?? "close")
}
