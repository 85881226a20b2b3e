import { sql } from "drizzle-orm"
import type { PreviousYear } from "@/checks/previous-year"
import type { Connection } from "@/db/connect"
import { listObservations } from "@/db/reads/list-observations"

/** What the office holds of a town for a year: the text of the report that counts and its accepted values; null without
 * such a report. */
export async function readPrevious(
  db: Connection,
  townCode: number,
  year: number,
): Promise<PreviousYear | null> {
  const [report] = await db.execute<{ text: string }>(sql`
    select d.text from reports r
    join documents d on d.county_code = r.county_code and d.id = r.document_id
    where r.county_code = ${Math.floor(townCode / 1000)} and r.town_code = ${townCode} and r.reference_year = ${year} and r.counts`)
  if (!report) return null
  const observations = await listObservations(db, { towns: [townCode], years: { from: year, to: year } })
  const values = observations
    .filter(({ reviewed }) => reviewed)
    .map(({ metric, value }) => ({ metric, value }))
  return { referenceYear: year, text: report.text, values }
}
