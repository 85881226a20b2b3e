import { type SQL, sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import type { ReportKey } from "@/db/reads/list-changes"
import { findings } from "@/db/schema/candidate"

/** A reading with its words; `startsAt` is null for one that rests on another document than the report's. */
export type PlacedReading = { id: string; metricId: number; startsAt: number | null; quote: string }

/** Which reading of a report: by its id; by a stretch of the text that it touches, or as the figure of a metric. The last
 * two leave out what is no figure of its year, and what a person rejected. */
export type ReadingAt = { id: string } | { start: number; end: number } | { metricId: number }

/** The reading at a place of a report; null for none, and where there are several. */
export async function findReading(
  tx: Connection,
  { countyCode, reportId }: ReportKey,
  at: ReadingAt,
): Promise<PlacedReading | null> {
  const found = await tx.execute<PlacedReading>(sql`
    select c.id, c.metric_id as "metricId", e.quote, case when ${inReport} then e.starts_at end as "startsAt"
    from candidates c
    join reports r on r.county_code = c.county_code and r.id = c.report_id
    join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
    where c.county_code = ${countyCode} and c.report_id = ${reportId} and ${placed(at, countyCode)} limit 2`)
  return found.length === 1 ? (found[0] ?? null) : null
}

const inReport = sql`e.document_id = r.document_id`

const notRejected = (countyCode: number) => sql`coalesce((select d.action from decisions d
  where d.county_code = ${countyCode} and d.candidate_id = c.id order by d.sequence desc limit 1), 'undo') <> 'reject'`

function placed(at: ReadingAt, countyCode: number): SQL {
  if ("id" in at) return sql`c.id = ${at.id}`
  if ("metricId" in at)
    return sql`c.metric_id = ${at.metricId} and c.kind = 'result'
      and coalesce(c.reference_year, r.reference_year) = r.reference_year and ${notRejected(countyCode)}`
  return sql`c.kind in ('result', 'target') and ${inReport} and e.starts_at < ${at.end} and ${at.start} < e.ends_at
    and ${notRejected(countyCode)}`
}

/** A finding of a report, or null. */
export async function findFinding(tx: Connection, { countyCode, reportId }: ReportKey, id: string) {
  const [found] = await tx
    .select()
    .from(findings)
    .where(
      sql`${findings.countyCode} = ${countyCode} and ${findings.reportId} = ${reportId} and ${findings.id} = ${id}`,
    )
  return found ?? null
}

/** The text of a report. */
export async function findText(tx: Connection, { countyCode, reportId }: ReportKey): Promise<string> {
  const [row] = await tx.execute<{ text: string }>(sql`
    select d.text from reports r join documents d on d.county_code = r.county_code and d.id = r.document_id
    where r.county_code = ${countyCode} and r.id = ${reportId}`)
  return row?.text ?? ""
}
