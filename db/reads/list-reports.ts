import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"

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
  undecided: number
  findings: number
}

/** All versions of all reports of a county, or of one town of it, newest year first. */
export async function listReports(
  db: Connection,
  countyCode: number,
  townCode?: number,
): Promise<ReportRow[]> {
  return db.execute<ReportRow>(sql`
    select r.id, r.town_code as "townCode", r.reference_year as year, r.version, r.counts,
      r.published_on::text as "publishedOn", r.imported_at::text as "importedAt",
      count(c.id)::int as candidates,
      (count(c.id) filter (where coalesce(d.action, 'undo') = 'undo'))::int as undecided,
      (select count(*)::int from findings f where f.county_code = r.county_code and f.report_id = r.id) as findings
    from reports r
    left join candidates c on c.county_code = r.county_code and c.report_id = r.id
    left join lateral (select action from decisions d where d.county_code = c.county_code and d.candidate_id = c.id
      order by d.sequence desc limit 1) d on true
    where r.county_code = ${countyCode} ${townCode ? sql`and r.town_code = ${townCode}` : sql``}
    group by r.county_code, r.id
    order by r.reference_year desc, r.town_code, r.version desc`)
}
