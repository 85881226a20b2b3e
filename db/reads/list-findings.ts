import { sql } from "drizzle-orm"
import type { Finding } from "@/checks/finding"
import type { Connection } from "@/db/connect"

/** A finding of the version of a report that counts, and where it stands in the text. */
export type FindingRow = Pick<Finding, "check" | "severity" | "params"> & {
  year: number
  start: number | null
}

/** What the checks found in a town's reports, newest year first, but for findings that a person overruled. Empty for whoever
 * may not see reports. */
export async function listFindings(db: Connection, townCode: number): Promise<FindingRow[]> {
  return db.execute<FindingRow>(sql`
    select r.reference_year as year, f.check_name as "check", f.severity, f.params, f.starts_at as start
    from reports r join findings f on f.county_code = r.county_code and f.report_id = r.id
    where r.county_code = ${Math.floor(townCode / 1000)} and r.town_code = ${townCode} and r.counts
      and coalesce((select d.action from finding_decisions d where d.county_code = f.county_code and d.finding_id = f.id
        order by d.sequence desc limit 1), 'undo') <> 'overrule'
    order by r.reference_year desc, f.starts_at nulls last, f.id`)
}
