import { sql } from "drizzle-orm"
import { type MetricCode, metricOfId } from "@/catalogue/metric"
import type { Exactness, MissingReason } from "@/catalogue/status"
import type { Connection } from "@/db/connect"

/** A version of a published figure that holds no more: from when to when it stood, and why and by whom it was revised,
 * which is not known of what changed before there were publications. */
export type PastFigure = {
  metric: MetricCode
  value: number | null
  missing: MissingReason | null
  exactness: Exactness | null
  from: string
  to: string
  reason: string | null
  revisedBy: string
}

type Row = Omit<PastFigure, "metric" | "value"> & { metricId: number; value: string | null }

/** The earlier versions of a town's published figures of a year, the latest first. */
export async function listHistory(db: Connection, townCode: number, year: number): Promise<PastFigure[]> {
  const rows = await db.execute<Row>(sql`
    select o.metric_id as "metricId", o.value, o.missing, o.exactness, o.recorded_at::text as "from",
      o.superseded_at::text as "to", p.reason, coalesce(p.published_by, '') as "revisedBy"
    from observations o
    left join publications p on p.county_code = o.county_code and p.id = o.ended_by_id
    where o.county_code = ${Math.floor(townCode / 1000)} and o.town_code = ${townCode} and o.reference_year = ${year}
      and o.superseded_at is not null
    order by o.superseded_at desc, o.metric_id`)
  return rows.flatMap(({ metricId, value, ...rest }) => {
    const metric = metricOfId(metricId)
    return metric ? [{ ...rest, metric: metric.code, value: value === null ? null : Number(value) }] : []
  })
}

/** A published figure that is not what the report says: what stands there, and why a person gave another. */
export type Correction = { metric: MetricCode; written: number | null; note: string | null }

/** The corrections among a town's published figures of a year. */
export async function listCorrections(db: Connection, townCode: number, year: number): Promise<Correction[]> {
  const rows = await db.execute<{ metricId: number; written: string | null; note: string | null }>(sql`
    select o.metric_id as "metricId", c.value as written, o.reason as note
    from observations o join candidates c on c.county_code = o.county_code and c.id = o.candidate_id
    where o.county_code = ${Math.floor(townCode / 1000)} and o.town_code = ${townCode} and o.reference_year = ${year}
      and o.superseded_at is null and o.value is distinct from c.value`)
  return rows.flatMap(({ metricId, written, note }) => {
    const metric = metricOfId(metricId)
    return metric ? [{ metric: metric.code, written: written === null ? null : Number(written), note }] : []
  })
}
