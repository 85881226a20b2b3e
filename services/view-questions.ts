import type { Locale } from "@/catalogue/messages/messages"
import { metricOfId } from "@/catalogue/metric"
import { townName } from "@/catalogue/place-name"
import { type ThreadSide, waitingStates } from "@/catalogue/question"
import { may } from "@/catalogue/role"
import { countThreads, listQuestions, type StoredThread, type ThreadsOf } from "@/db/reads/list-questions"
import { sentenceAround } from "@/extraction/read-marked"
import { stateOf } from "@/services/add-entry"
import { describeFinding } from "@/services/describe-finding"
import { asReader, type Desk } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { Problem } from "@/services/problem"

export type QuestionView = ReturnType<typeof threadOf>

/** All threads that the actor may see: a reviewer those of a county, a town officer the own town's. Those that wait for the
 * actor first, then the other open ones, then the closed; the last said first. Finding messages in the reader's language. */
export async function viewQuestions(
  desk: Desk,
  of: { countyCode?: number },
  locale: Locale,
): Promise<QuestionView[]> {
  const side = sideOf(desk)
  const threads = await asReader(desk, (tx) => listQuestions(tx, seenBy(desk, side, of)))
  const rank = ({ state }: QuestionView) => (state === "closed" ? 2 : state === waitingStates[side] ? 0 : 1)
  return threads.map((thread) => threadOf(thread, locale)).sort((a, b) => rank(a) - rank(b))
}

/** One thread, or null where the actor has no such. */
export async function viewQuestion(desk: Desk, id: string, locale: Locale): Promise<QuestionView | null> {
  const side = sideOf(desk)
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
  const [thread] = await asReader(desk, (tx) => listQuestions(tx, seenBy(desk, side, { id })))
  return thread ? threadOf(thread, locale) : null
}

/** All threads about a town's report on a year, whatever its version was when they began; those of a reading or finding
 * that stands in the version that counts bear its id there. */
export async function threadsOfReport(
  desk: Desk,
  townCode: number,
  year: number,
  locale: Locale,
): Promise<QuestionView[]> {
  const side = sideOf(desk)
  if (side === "town_officer" && desk.actor.townCode !== townCode) return []
  const threads = await asReader(desk, (tx) => listQuestions(tx, { townCode, year }))
  return threads.map((thread) => threadOf(thread, locale))
}

/** How many threads wait for the actor: a reviewer's are those of the office's county. None for whoever has no part in
 * threads. `installed` is the county that the installation was set up with. */
export async function countWaiting(desk: Desk, installed: number | null): Promise<number> {
  if (!hasPart(desk)) return 0
  const side = sideOf(desk)
  const county = side === "reviewer" ? (await findRegion(desk, null, installed)).county : null
  if (side === "reviewer" && !county) return 0
  const of = seenBy(desk, side, county ? { countyCode: county.code } : {})
  return asReader(desk, (tx) => countThreads(tx, of, waitingStates[side]))
}

const hasPart = ({ actor }: Desk) => may(actor.role, "questions.ask") || may(actor.role, "questions.answer")

/** On which side of a thread the actor is. Throws Problem: not_allowed for all others. */
function sideOf(desk: Desk): ThreadSide {
  if (!hasPart(desk)) throw new Problem("not_allowed", desk.actor.role)
  return may(desk.actor.role, "questions.ask") ? "reviewer" : "town_officer"
}

function seenBy({ actor }: Desk, side: ThreadSide, of: ThreadsOf): ThreadsOf {
  return side === "reviewer" ? of : { ...of, townCode: actor.townCode ?? 0 }
}

function threadOf(stored: StoredThread, locale: Locale) {
  const { id, townCode, year, version, quote, start, text, kind, check, params } = stored
  const around = text && start !== null && quote ? sentenceAround(text, start, start + quote.length) : null
  const { value, missing, exactness, low, high } = stored
  return {
    ...{ id, townCode, townName: townName(townCode, locale), year, version },
    ...{ state: stateOf(stored), seen: stored.entries.length },
    metric: metricOfId(stored.metricId ?? 0)?.code ?? null,
    ...{ candidateId: stored.candidateId, findingId: stored.findingId },
    ...{ start, quote, sentence: stored.sentence ?? around },
    reading: kind
      ? { kind, value, missing, exactness, low, high, referenceYear: stored.readingYear ?? year }
      : null,
    finding: check && params ? describeFinding({ check, params }, locale) : null,
    begunByRole: stored.begunByRole,
    entries: stored.entries.map(({ byId: _, ...entry }) => entry),
  }
}
