import { type SQL, sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { isClaimed } from "@/db/reads/read-review"

/** A version of a report and what still needs a person in it. */
export type ReportRow = {
  id: string
  townCode: number
  year: number
  version: number
  counts: boolean
  publishedOn: string | null
  importedAt: string
  candidates: number
  /** Readings that nobody decided, numbers that nobody claimed, findings that nobody judged; `left` is all of them. */
  undecided: number
  unclaimed: number
  findings: number
  left: number
  /** How often the town's figures of the year were published, and whether anything was decided since. */
  published: number
  touched: boolean
}

const lastDecision = (county: number, name: SQL) => sql`coalesce((
  select d.action from decisions d where d.county_code = ${county} and d.candidate_id = ${name}.id
  order by d.sequence desc limit 1), 'undo')`

/** A person's own mark that was taken back is as if it had never been. */
const undecided = (county: number) => sql`(
  select count(*)::int from candidates c where c.county_code = ${county} and c.report_id = r.id and c.origin = 'read'
    and ${lastDecision(county, sql`c`)} = 'undo')`

const unclaimed = (county: number) => sql`(
  select count(*)::int from jsonb_to_recordset(r.unclaimed) as u(start integer, "end" integer)
  where coalesce((select n.action from number_decisions n where n.county_code = ${county} and n.report_id = r.id
      and n.starts_at = u.start order by n.sequence desc limit 1), 'undo') = 'undo'
    and not ${isClaimed(county)})`

const unjudged = (county: number) => sql`(
  select count(*)::int from findings f where f.county_code = ${county} and f.report_id = r.id
    and coalesce((select d.action from finding_decisions d where d.county_code = ${county} and d.finding_id = f.id
      order by d.sequence desc limit 1), 'undo') = 'undo')`

const touchedSince = (county: number) => sql`exists (
  select from candidates c join decisions d on d.county_code = c.county_code and d.candidate_id = c.id
  where c.county_code = ${county} and c.report_id = r.id and d.decided_at > p.at)`

/** All versions of all reports of a county, or of one town of it, newest year first. */
export async function listReports(
  db: Connection,
  countyCode: number,
  townCode?: number,
): Promise<ReportRow[]> {
  return db.execute<ReportRow>(sql`
    select *, undecided + unclaimed + findings as "left" from (
      select r.id, r.town_code as "townCode", r.reference_year as year, r.version, r.counts,
        r.published_on::text as "publishedOn", r.imported_at::text as "importedAt",
        (select count(*)::int from candidates c where c.county_code = ${countyCode} and c.report_id = r.id) as candidates,
        ${undecided(countyCode)} as undecided, ${unclaimed(countyCode)} as unclaimed, ${unjudged(countyCode)} as findings,
        p.times as published, r.counts and p.times > 0 and ${touchedSince(countyCode)} as touched
      from reports r
      left join lateral (select count(*)::int as times, max(published_at) as at from publications p
        where p.county_code = ${countyCode} and p.town_code = r.town_code and p.reference_year = r.reference_year) p on true
      where r.county_code = ${countyCode} ${townCode ? sql`and r.town_code = ${townCode}` : sql``}
    ) listed
    order by year desc, "townCode", version desc`)
}

/** How many things in a report still need a person. */
export async function countLeft(db: Connection, countyCode: number, reportId: string): Promise<number> {
  const [row] = await db.execute<{ left: number }>(sql`
    select ${undecided(countyCode)} + ${unclaimed(countyCode)} + ${unjudged(countyCode)} as "left" from reports r
    where r.county_code = ${countyCode} and r.id = ${reportId}`)
  return row?.left ?? 0
}
