import { type SQL, sql } from "drizzle-orm"
import { actionsBefore, type EntryAction, type QuestionState, type ThreadSide } from "@/catalogue/question"
import type { CandidateKind, Check, Exactness } from "@/catalogue/status"
import type { Connection } from "@/db/connect"

export type ThreadEntry = {
  sequence: number
  action: EntryAction
  words: string | null
  value: number | null
  source: string | null
  byRole: ThreadSide
  byId: string
  by: string
  at: string
}

/** A thread with the place that it is about. `candidateId` and `findingId` are those of the version that counts, where the
 * same reading or finding stands in it; `text` is the report's, only for a place that is neither. */
export type StoredThread = {
  id: string
  countyCode: number
  townCode: number
  year: number
  version: number
  metricId: number | null
  candidateId: string | null
  findingId: string | null
  start: number | null
  quote: string | null
  sentence: string | null
  text: string | null
  begunByRole: ThreadSide
  kind: CandidateKind | null
  value: number | null
  missing: "placeholder" | null
  exactness: Exactness | null
  low: number | null
  high: number | null
  readingYear: number | null
  decisions: number
  check: Check | null
  params: Readonly<Record<string, string | number>> | null
  entries: readonly ThreadEntry[]
}

/** Which threads: of a county, a town, a town's year (over all versions of its report), or one. */
export type ThreadsOf = { countyCode?: number; townCode?: number; year?: number; id?: string }

/** The threads that the actor may see, the last said first. A thread's county is looked up first where it is not known: a
 * database that is spread by county answers whatever names one. */
export async function listQuestions(tx: Connection, of: ThreadsOf): Promise<StoredThread[]> {
  const county = countyOf(of) ?? (await findCounty(tx, of))
  if (county === undefined) return []
  return tx.execute<StoredThread>(sql`
    select q.id, q.county_code as "countyCode", q.town_code as "townCode", r.reference_year as year, r.version,
      q.metric_id as "metricId", coalesce(same.id, q.candidate_id) as "candidateId",
      coalesce(alike.id, q.finding_id) as "findingId", q.starts_at as start, q.quote, q.begun_by_role as "begunByRole",
      coalesce(e.sentence, f.sentence) as sentence, d.text, c.kind, c.value::float8 as value, c.missing, c.exactness,
      c.low::float8 as low, c.high::float8 as high,
      case when c.id is not null then coalesce(c.reference_year, r.reference_year) end as "readingYear",
      (select count(*)::int from decisions x
        where x.county_code = ${county} and x.candidate_id = coalesce(same.id, q.candidate_id)) as decisions,
      f.check_name as "check", f.params, said.entries
    from questions q
    join reports r on r.county_code = q.county_code and r.id = q.report_id
    left join reports now on now.county_code = r.county_code and now.town_code = r.town_code
      and now.reference_year = r.reference_year and now.counts
    left join candidates c on c.county_code = q.county_code and c.id = q.candidate_id
    left join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
    left join findings f on f.county_code = q.county_code and f.id = q.finding_id
    left join documents d on q.candidate_id is null and q.finding_id is null and q.starts_at is not null
      and d.county_code = r.county_code and d.id = r.document_id
    left join lateral (${sameReading(county)}) same on true
    left join lateral (${alikeFinding(county)}) alike on true
    join lateral (${entries(county)}) said on true
    where ${within(of, county)}
    order by said.last desc, q.id`)
}

/** What makes two readings of two versions the same one: as services/carry-over.ts has it. */
const sameReading = (county: number) => sql`
  select c2.id from candidates c2
  join evidence e2 on e2.county_code = c2.county_code and e2.id = c2.evidence_id
  where c2.county_code = ${county} and c2.report_id = now.id and c2.metric_id = c.metric_id and c2.kind = c.kind
    and c2.reference_year is not distinct from c.reference_year and c2.value is not distinct from c.value
    and c2.missing is not distinct from c.missing and e2.quote = e.quote
  order by c2.id = c.id desc, abs(e2.starts_at - e.starts_at), c2.ordinal limit 1`

const alikeFinding = (county: number) => sql`
  select f2.id from findings f2
  where f2.county_code = ${county} and f2.report_id = now.id and f2.check_name = f.check_name
    and f2.params = f.params and f2.quote is not distinct from f.quote
  order by f2.id = f.id desc, f2.starts_at limit 1`

const entries = (county: number) => sql`
  select max(x.at) as last, json_agg(json_build_object('sequence', x.sequence, 'action', x.action, 'words', x.words,
    'value', x.value, 'source', x.source, 'byRole', x.by_role, 'byId', x.by_id, 'by', x.by, 'at', x.at) order by x.sequence) as entries
  from question_entries x where x.county_code = ${county} and x.question_id = q.id`

const countyOf = ({ countyCode, townCode }: ThreadsOf): number | undefined =>
  countyCode ?? (townCode === undefined ? undefined : Math.floor(townCode / 1000))

async function findCounty(tx: Connection, { id }: ThreadsOf): Promise<number | undefined> {
  if (id === undefined) throw new RangeError("threads of which county?")
  const [row] = await tx.execute<{ county: number }>(
    sql`select county_code as county from questions where id = ${id}`,
  )
  return row?.county
}

function within({ townCode, year, id }: ThreadsOf, county: number): SQL {
  return sql.join(
    [
      sql`q.county_code = ${county}`,
      ...(townCode === undefined ? [] : [sql`q.town_code = ${townCode}`]),
      ...(year === undefined ? [] : [sql`r.reference_year = ${year}`]),
      ...(id === undefined ? [] : [sql`q.id = ${id}`]),
    ],
    sql` and `,
  )
}

/** How many threads that the actor may see are in a state. */
export async function countThreads(tx: Connection, of: ThreadsOf, state: QuestionState): Promise<number> {
  const county = countyOf(of) ?? (await findCounty(tx, of))
  if (county === undefined) return 0
  const [row] = await tx.execute<{ threads: number }>(sql`
    select count(*)::int as threads from questions q
    join reports r on r.county_code = q.county_code and r.id = q.report_id
    join lateral (select x.action from question_entries x where x.county_code = ${county} and x.question_id = q.id
      order by x.sequence desc limit 1) last on last.action in ${actionsBefore(state)}
    where ${within(of, county)}`)
  return row?.threads ?? 0
}
