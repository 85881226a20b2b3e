import { sql } from "drizzle-orm"
import { type MetricCode, metricOfId } from "@/catalogue/metric"
import type { Exactness } from "@/catalogue/status"
import type { Connection } from "@/db/connect"

/** What a plan promises for a year, and where it stands: the report of `reportYear`. */
export type Target = {
  metric: MetricCode
  year: number
  reportYear: number
  value: number | null
  exactness: Exactness | null
  start: number
  quote: string
}

type Row = Omit<Target, "metric" | "value"> & { metricId: number; value: string | null }

/** A town's current targets, newest year first. */
export async function listTargets(db: Connection, townCode: number): Promise<Target[]> {
  const rows = await db.execute<Row>(sql`
    select t.metric_id as "metricId", t.reference_year as year, h.reference_year as "reportYear", t.value, t.exactness,
      e.starts_at as start, e.quote
    from targets t
    join evidence e on e.county_code = t.county_code and e.id = t.evidence_id
    join held_reports(${Math.floor(townCode / 1000)}) h on h.document_id = e.document_id
    where t.county_code = ${Math.floor(townCode / 1000)} and t.town_code = ${townCode} and t.superseded_at is null
    order by t.reference_year desc, t.metric_id`)
  return rows.flatMap(({ metricId, value, ...rest }) => {
    const metric = metricOfId(metricId)
    return metric ? [{ ...rest, metric: metric.code, value: value === null ? null : Number(value) }] : []
  })
}
