import { sql } from "drizzle-orm"
import { metricOfId } from "@/catalogue/metric"
import type { Connection } from "@/db/connect"
import { listOf } from "@/db/reads/list-of"
import type { Target } from "@/statistics/target"

type Row = Omit<Target, "metric" | "value" | "reportYear"> & {
  metricId: number
  value: string | null
  documentId: string
}
type Held = { documentId: string; year: number }

/** The current targets of towns of one county, newest year first. */
export async function listTargets(
  db: Connection,
  countyCode: number,
  towns: readonly number[],
): Promise<Target[]> {
  if (towns.length === 0) return []
  const rows = await db.execute<Row>(sql`
    select t.town_code as "townCode", t.metric_id as "metricId", t.reference_year as year, t.value, t.exactness,
      e.document_id as "documentId", e.starts_at as start, e.quote
    from targets t
    join evidence e on e.county_code = t.county_code and e.id = t.evidence_id
    where t.county_code = ${countyCode} and t.town_code in (${listOf(towns)}) and t.superseded_at is null
    order by t.reference_year desc, t.metric_id`)
  const held = await db.execute<Held>(
    sql`select document_id as "documentId", reference_year as year from held_reports(${countyCode})`,
  )
  return rows.flatMap(({ metricId, value, documentId, ...rest }) => {
    const metric = metricOfId(metricId)
    if (!metric) return []
    const stated = value === null ? null : Number(value)
    return held
      .filter((report) => report.documentId === documentId)
      .map((report) => ({ ...rest, reportYear: report.year, metric: metric.code, value: stated }))
  })
}
