import { type SQL, sql } from "drizzle-orm"
import { type MetricCode, metricOf, metricOfId } from "@/catalogue/metric"
import { type Exactness, flags, type MissingReason } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import type { Observation } from "@/statistics/observation"

/** Which cells: all metrics where `metrics` is absent, all years where `years` is. Towns are one county's or a few. */
export type CellQuery = {
  towns: readonly number[]
  metrics?: readonly MetricCode[]
  years?: { from: number; to: number }
}

type Row = {
  town_code: number
  metric_id: number
  reference_year: number
  version: number
  value: string | null
  missing: MissingReason | null
  exactness: Exactness | null
  low: string | null
  high: string | null
  flags: number
  report_id: string
  starts_at: number
  ends_at: number
  quote: string
  sentence: string
}

/** The current observations of the cells, and, marked `reviewed: false`, results that nobody has decided yet in reports
 * that count and whose cell has no observation. */
export async function listObservations(db: Connection, query: CellQuery): Promise<Observation[]> {
  if (query.towns.length === 0) return []
  const decided = await db.execute<Row>(sql`
    select o.town_code, o.metric_id, o.reference_year, o.version, o.value, o.missing, o.exactness, o.low, o.high, o.flags,
      c.report_id, e.starts_at, e.ends_at, e.quote, e.sentence
    from observations o
    join evidence e on e.county_code = o.county_code and e.id = o.evidence_id
    join candidates c on c.county_code = o.county_code and c.id = o.candidate_id
    where o.superseded_at is null and ${inCells(query, sql`o.county_code`, sql`o.town_code`, sql`o.metric_id`, sql`o.reference_year`)}`)
  const waiting = await db.execute<Row>(sql`
    select distinct on (r.town_code, c.metric_id, r.reference_year)
      r.town_code, c.metric_id, r.reference_year, 0 as version, c.value, c.missing, c.exactness, c.low, c.high, 0 as flags,
      c.report_id, e.starts_at, e.ends_at, e.quote, e.sentence
    from reports r
    join candidates c on c.county_code = r.county_code and c.report_id = r.id and c.kind = 'result'
      and coalesce(c.reference_year, r.reference_year) = r.reference_year
    join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
    where r.counts and ${inCells(query, sql`r.county_code`, sql`r.town_code`, sql`c.metric_id`, sql`r.reference_year`)}
      and coalesce((select d.action from decisions d where d.county_code = c.county_code and d.candidate_id = c.id
        order by d.sequence desc limit 1), 'undo') = 'undo'
    order by r.town_code, c.metric_id, r.reference_year, c.ordinal`)
  const taken = new Set(decided.map(cellOf))
  return [
    ...decided.map((row) => observationOf(row, true)),
    ...waiting.filter((row) => !taken.has(cellOf(row))).map((row) => observationOf(row, false)),
  ].flatMap((observation) => observation ?? [])
}

function inCells(query: CellQuery, county: SQL, town: SQL, metric: SQL, year: SQL): SQL {
  const list = (codes: readonly number[]) =>
    sql.join(
      codes.map((code) => sql`${code}`),
      sql`, `,
    )
  const counties = [...new Set(query.towns.map((code) => Math.floor(code / 1000)))]
  const parts = [sql`${county} in (${list(counties)})`, sql`${town} in (${list(query.towns)})`]
  if (query.metrics) parts.push(sql`${metric} in (${list(query.metrics.map((code) => metricOf(code).id))})`)
  if (query.years) parts.push(sql`${year} between ${query.years.from} and ${query.years.to}`)
  return sql.join(parts, sql` and `)
}

const cellOf = (row: Row) => `${row.town_code}/${row.metric_id}/${row.reference_year}`
const number = (text: string | null) => (text === null ? null : Number(text))

function observationOf(row: Row, reviewed: boolean): Observation | null {
  const metric = metricOfId(row.metric_id)
  if (!metric) return null
  return {
    ...{
      townCode: row.town_code,
      metric: metric.code,
      year: row.reference_year,
      version: row.version,
      reviewed,
    },
    ...{ value: number(row.value), missing: row.missing, exactness: row.exactness },
    ...{
      low: number(row.low),
      high: number(row.high),
      flags: flags.filter((_, bit) => row.flags & (1 << bit)),
    },
    evidence: {
      ...{ reportId: row.report_id, start: row.starts_at, end: row.ends_at },
      ...{ quote: row.quote, sentence: row.sentence },
    },
  }
}
