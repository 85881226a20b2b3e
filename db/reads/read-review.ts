import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import type { findingActions } from "@/db/schema/review"

type FindingAction = (typeof findingActions)[number]

/** The last word on a finding, and how many there were. */
export type FindingDecision = {
  findingId: string
  sequence: number
  action: FindingAction
  note: string | null
  decidedBy: string
}

/** The decisions that hold on a report's findings. */
export async function listFindingDecisions(
  tx: Connection,
  countyCode: number,
  reportId: string,
): Promise<FindingDecision[]> {
  return tx.execute<FindingDecision>(sql`
    select distinct on (d.finding_id) d.finding_id as "findingId", d.sequence::int as sequence, d.action, d.note,
      d.decided_by as "decidedBy"
    from finding_decisions d join findings f on f.county_code = d.county_code and f.id = d.finding_id
    where f.county_code = ${countyCode} and f.report_id = ${reportId}
    order by d.finding_id, d.sequence desc`)
}

/** A number of the text that the rules read nothing from. `isClaimed`: a person's own mark covers it; `seen` counts the
 * decisions on it. */
export type UnclaimedNumber = {
  start: number
  end: number
  quote: string
  isDismissed: boolean
  isClaimed: boolean
  seen: number
}

/** The numbers of a report that nothing was read from, in the order of the text, and what became of each. */
export async function readUnclaimed(
  tx: Connection,
  countyCode: number,
  reportId: string,
): Promise<UnclaimedNumber[]> {
  return tx.execute<UnclaimedNumber>(sql`
    select u.start, u."end", u.quote, coalesce(n.action, 'undo') = 'dismiss' as "isDismissed",
      ${isClaimed(countyCode)} as "isClaimed", coalesce(n.sequence, 0)::int as seen
    from reports r cross join lateral jsonb_to_recordset(r.unclaimed) as u(start integer, "end" integer, quote text)
    left join lateral (select action, sequence from number_decisions n where n.county_code = ${countyCode}
      and n.report_id = r.id and n.starts_at = u.start order by n.sequence desc limit 1) n on true
    where r.county_code = ${countyCode} and r.id = ${reportId} order by u.start`)
}

/** Whether a person's own mark, not taken back, covers the number `u` of the report `r`. */
export const isClaimed = (countyCode: number) => sql`exists (
  select from candidates c
  join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
  join lateral (select d.action from decisions d where d.county_code = ${countyCode} and d.candidate_id = c.id
    order by d.sequence desc limit 1) d on d.action in ('accept', 'correct')
  where c.county_code = ${countyCode} and c.report_id = r.id and c.origin = 'marked'
    and e.starts_at < u."end" and u.start < e.ends_at)`

/** When and why a town's figures of a year were published. */
export type Publication = {
  sequence: number
  reason: string | null
  publishedBy: string
  publishedAt: string
}

/** The publications of a town and year, newest first. */
export async function listPublications(
  tx: Connection,
  townCode: number,
  year: number,
): Promise<Publication[]> {
  return tx.execute<Publication>(sql`
    select sequence::int as sequence, reason, published_by as "publishedBy", published_at::text as "publishedAt"
    from publications
    where county_code = ${Math.floor(townCode / 1000)} and town_code = ${townCode} and reference_year = ${year}
    order by sequence desc`)
}

/** How many things anybody ever said of a report: grows with every decision, mark and publication, so that two who have it
 * open can tell that it changed. */
export async function countEvents(tx: Connection, townCode: number, year: number): Promise<number> {
  const countyCode = Math.floor(townCode / 1000)
  const ofReport = sql`r.county_code = ${countyCode} and r.town_code = ${townCode} and r.reference_year = ${year}`
  const [row] = await tx.execute<{ events: number }>(sql`
    select (
      (select count(distinct c.id) + count(d.sequence) from reports r join candidates c on c.county_code = r.county_code and c.report_id = r.id
        left join decisions d on d.county_code = c.county_code and d.candidate_id = c.id where ${ofReport})
      + (select count(*) from reports r join findings f on f.county_code = r.county_code and f.report_id = r.id
        join finding_decisions d on d.county_code = f.county_code and d.finding_id = f.id where ${ofReport})
      + (select count(*) from reports r join number_decisions d on d.county_code = r.county_code and d.report_id = r.id
        where ${ofReport})
      + (select count(*) from reports r join questions q on q.county_code = r.county_code and q.report_id = r.id
        join question_entries e on e.county_code = q.county_code and e.question_id = q.id where ${ofReport})
      + (select coalesce(sum(version), 0) from reports r where ${ofReport})
      + (select coalesce(sum(version), 0) from reports r where ${ofReport} and counts)
      + (select count(*) from publications r where ${ofReport})
    )::int as events`)
  return row?.events ?? 0
}
