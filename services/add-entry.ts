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
 * the entry is, or throws why it cannot be. The same sent twice by the same person is saved once. Throws Problem: not_found,
 * changed_meanwhile, question_closed.
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
      if (thread.entries.length !== seen) {
        if (isRepeat(thread, seen, make(thread), id)) return
        throw new Problem("changed_meanwhile")
      }
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

/** Whether the one entry since the person looked is this very one, of their own: a second press of the button. */
function isRepeat({ entries }: StoredThread, seen: number, entry: NewEntry, actorId: string): boolean {
  const last = entries[seen]
  if (!last || entries.length !== seen + 1 || last.byId !== actorId) return false
  return (["action", "words", "value", "source"] as const).every((part) => last[part] === entry[part])
}

/** The state of a thread: its entries say it. */
export function stateOf({ entries }: Pick<StoredThread, "entries">) {
  return questionStateOf(entries.at(-1)?.action ?? "close")
}
