import { sql } from "drizzle-orm"
import { metricOfId } from "@/catalogue/metric"
import type { Connection } from "@/db/connect"
import { listOf } from "@/db/reads/list-of"
import type { Target } from "@/statistics/target"

type Row = Omit<Target, "metric" | "value"> & { metricId: number; value: string | null }

/** The current targets of towns of one county, newest year first. */
export async function listTargets(
  db: Connection,
  countyCode: number,
  towns: readonly number[],
): Promise<Target[]> {
  if (towns.length === 0) return []
  const rows = await db.execute<Row>(sql`
    select t.town_code as "townCode", t.metric_id as "metricId", t.reference_year as year, h.reference_year as "reportYear", t.value, t.exactness,
      e.starts_at as start, e.quote
    from targets t
    join evidence e on e.county_code = t.county_code and e.id = t.evidence_id
    join held_reports(${countyCode}) h on h.document_id = e.document_id
    where t.county_code = ${countyCode} and t.town_code in (${listOf(towns)}) and t.superseded_at is null
    order by t.reference_year desc, t.metric_id`)
  return rows.flatMap(({ metricId, value, ...rest }) => {
    const metric = metricOfId(metricId)
    return metric ? [{ ...rest, metric: metric.code, value: value === null ? null : Number(value) }] : []
  })
}
