import { sql } from "drizzle-orm"
import type { Check, Severity } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { listOf } from "@/db/reads/list-of"

/** A finding of a report that counts, and what a person said of it last: null while nobody has. */
export type ListedFinding = {
  townCode: number
  year: number
  check: Check
  severity: Severity
  params: Readonly<Record<string, string | number>>
  start: number | null
  end: number | null
  quote: string | null
  judged: "confirm" | "overrule" | null
}

/** The findings of the towns, by town and year. Only reviewers and a town's own officers see any. */
export async function listFindings(
  tx: Connection,
  towns: readonly number[],
  years: { from: number; to: number },
): Promise<ListedFinding[]> {
  const counties = [...new Set(towns.map((code) => Math.floor(code / 1000)))].sort((a, b) => a - b)
  const found: ListedFinding[] = []
  for (const county of counties) found.push(...(await listOfCounty(tx, county, towns, years)))
  return found
}

function listOfCounty(
  tx: Connection,
  county: number,
  towns: readonly number[],
  years: { from: number; to: number },
): Promise<ListedFinding[]> {
  return tx.execute<ListedFinding>(sql`
    select r.town_code as "townCode", r.reference_year as year, f.check_name as check, f.severity, f.params,
      f.starts_at as start, f.ends_at as end, f.quote, nullif(coalesce(d.action, 'undo'), 'undo') as judged
    from reports r
    join findings f on f.county_code = r.county_code and f.report_id = r.id
    left join lateral (select action from finding_decisions d where d.county_code = ${county} and d.finding_id = f.id
      order by d.sequence desc limit 1) d on true
    where r.county_code = ${county} and r.town_code in (${listOf(towns)}) and r.counts
      and r.reference_year between ${years.from} and ${years.to}
    order by r.town_code, r.reference_year, f.starts_at nulls first, f.id`)
}
