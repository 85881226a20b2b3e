import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import type { EntryAction, ThreadSide } from "@/catalogue/question"
import type { Connection } from "@/db/connect"
import type { ReportKey } from "@/db/reads/list-changes"
import { questionEntries, questions } from "@/db/schema/question"

/** What a thread is about: a reading, a finding, a metric or a place of the text, with the words that stand there. */
export type Place = {
  candidateId: string | null
  findingId: string | null
  metricId: number | null
  startsAt: number | null
  quote: string | null
}

export type NewEntry = {
  action: EntryAction
  words: string | null
  value: number | null
  source: string | null
}

/** Who says it. */
export type Speaker = { role: ThreadSide; id: string; name: string }

/** The thread that began about the same place with the same words and has nothing after them: what a second press of the
 * button would make again. Holds back whoever begins a thread on the report until the transaction ends. */
export async function findDouble(
  tx: Connection,
  { countyCode, reportId }: ReportKey,
  place: Place,
  entry: NewEntry,
): Promise<string | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`questions/${reportId}`}, 0))`)
  const [found] = await tx.execute<{ id: string }>(sql`
    select q.id from questions q
    join question_entries e on e.county_code = q.county_code and e.question_id = q.id and e.sequence = 1
    where q.county_code = ${countyCode} and q.report_id = ${reportId}
      and q.candidate_id is not distinct from ${place.candidateId}::uuid
      and q.finding_id is not distinct from ${place.findingId}::uuid
      and q.metric_id is not distinct from ${place.metricId}::smallint
      and q.starts_at is not distinct from ${place.startsAt}::integer
      and e.action = ${entry.action} and e.words is not distinct from ${entry.words}::text
      and e.value is not distinct from ${entry.value}::numeric and e.source is not distinct from ${entry.source}::text
      and not exists (select from question_entries later where later.county_code = q.county_code
        and later.question_id = q.id and later.sequence > 1)
    limit 1`)
  return found?.id ?? null
}

/** Stores a thread with its first entry. Returns its id. */
export async function insertQuestion(
  tx: Connection,
  { countyCode, townCode, reportId }: ReportKey,
  place: Place,
  entry: NewEntry,
  by: Speaker,
): Promise<string> {
  const id = randomUUID()
  await tx.insert(questions).values({ countyCode, id, townCode, reportId, ...place, begunByRole: by.role })
  await insertEntry(tx, { countyCode, townCode, id }, 1, entry, by)
  return id
}

/** Stores the next entry of a thread. Of two with the same number the second violates the primary key. */
export async function insertEntry(
  tx: Connection,
  thread: { countyCode: number; townCode: number; id: string },
  sequence: number,
  entry: NewEntry,
  by: Speaker,
): Promise<void> {
  await tx.insert(questionEntries).values({
    ...{ countyCode: thread.countyCode, questionId: thread.id, townCode: thread.townCode, sequence },
    ...{ ...entry, byRole: by.role, byId: by.id, by: by.name, at: sql`clock_timestamp()` },
  })
}
