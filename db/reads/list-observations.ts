import { type SQL, sql } from "drizzle-orm"
import { type MetricCode, metricOf, metricOfId } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { type Exactness, flags, type MissingReason } from "@/catalogue/status"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { inTurns } from "@/db/in-turns"
import { arrayOf } from "@/db/reads/list-of"
import type { Observation } from "@/statistics/observation"

/** Which cells: all metrics where `metrics` is absent, all years where `years` is. Towns are one county's or a few. `asOf`,
 * an ISO day, asks for the published figures as they stood when it ended, China time. */
export type CellQuery = {
  towns: readonly number[]
  metrics?: readonly MetricCode[]
  years?: { from: number; to: number }
  asOf?: string | null
  /** Only what is published: for those who see nothing else anyway, whom it saves a question. */
  publishedOnly?: boolean
  /** The whole sentences too, which lie elsewhere: where they are shown, not for charts. */
  sentences?: boolean
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
  starts_at: number
  quote: string
  ends_at: number | null
  sentence: string | null
}

/** The published observations of the cells, and, marked `reviewed: false`, what reports that count say of cells without
 * one: what a person has decided but not published, else what waits for a decision. */
export async function listObservations(db: Connection, query: CellQuery): Promise<Observation[]> {
  if (query.towns.length === 0) return []
  const isDraftHidden = query.publishedOnly === true || Boolean(query.asOf)
  const counties = isDraftHidden ? [] : countiesOf(query.towns)
  const portions = portionsOf(query)
  const published = async () => {
    const found: Observation[] = []
    for (const portion of portions)
      await inTurns(await ask<Row>(db, publishedOf(portion)), (row) => addObservation(found, row, true))
    return found
  }
  const waiting = async (county: number) => {
    const found: Observation[] = []
    await inTurns(await ask<Row>(db, waitingOf(query, county)), (row) => addObservation(found, row, false))
    return found
  }
  const begun = published()
  // One answer right behind another is taken in without a pause as well.
  if (portions.length > 1) await begun
  return (await Promise.all([begun, ...counties.map(waiting)])).flat()
}

/** How many cells are asked for at once: an answer's rows are taken in without a pause for others. */
const mostCells = 1000
const usualYears = 10

/** What asks for much, in portions of metrics. */
function portionsOf(query: CellQuery): readonly CellQuery[] {
  const codes = query.metrics ?? metrics.map(({ code }) => code)
  const years = query.years ? query.years.to - query.years.from + 1 : usualYears
  const size = Math.max(1, Math.floor(mostCells / (query.towns.length * years)))
  if (codes.length <= size) return [query]
  return Array.from({ length: Math.ceil(codes.length / size) }, (_, at) => {
    return { ...query, metrics: codes.slice(at * size, (at + 1) * size) }
  })
}

/** Without sentences it is answered by an index alone, wherever the reports lie. */
const publishedOf = (query: CellQuery): SQL => sql`
    select o.town_code, o.metric_id, o.reference_year, o.version, o.value, o.missing, o.exactness, o.low, o.high, o.flags,
      o.starts_at, o.quote, ${query.sentences ? sql`o.ends_at, o.sentence` : sql`null as ends_at, null as sentence`}
    from ${query.sentences ? sql`published_sentences` : sql`observations`} o
    where ${stood(query.asOf)} and ${inCells(query, sql`o.county_code`, sql`o.town_code`, sql`o.metric_id`, sql`o.reference_year`)}`

/** What the counting reports of one county say of cells without a published figure: last decisions, else readings. A database
 * that is spread by county asks for the last decision of each only within one. Whether a cell has a figure is asked as a value:
 * as a join, a planner that knows no numbers yet reads all figures for each reading. */
const waitingOf = (query: CellQuery, county: number): SQL => sql`
    select distinct on (r.town_code, c.metric_id, r.reference_year)
      r.town_code, c.metric_id, r.reference_year, 0 as version, 0 as flags,
      case when d.action = 'correct' then d.value else c.value end as value,
      case when d.action = 'correct' then null else c.missing end as missing,
      case when d.action = 'correct' then coalesce(d.exactness, 'exact') else c.exactness end as exactness,
      case when d.action = 'correct' then null else c.low end as low,
      case when d.action = 'correct' then null else c.high end as high,
      e.starts_at, e.quote, ${query.sentences ? sql`e.ends_at, e.sentence` : sql`null as ends_at, null as sentence`}
    from reports r
    join candidates c on c.county_code = r.county_code and c.report_id = r.id and c.kind = 'result'
      and coalesce(c.reference_year, r.reference_year) = r.reference_year
    join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
    left join lateral (select * from decisions d where d.county_code = ${county} and d.candidate_id = c.id
      order by d.sequence desc limit 1) d on true
    where r.counts and r.county_code = ${county} and ${inCells(query, sql`r.county_code`, sql`r.town_code`, sql`c.metric_id`, sql`r.reference_year`)}
      and (select o.metric_id from observations o where o.county_code = ${county} and o.town_code = r.town_code
        and o.metric_id = c.metric_id and o.reference_year = r.reference_year and o.superseded_at is null) is null
      and coalesce(d.action, 'undo') <> 'reject' and (c.origin = 'read' or d.action in ('accept', 'correct'))
    order by r.town_code, c.metric_id, r.reference_year, coalesce(d.action, 'undo') = 'undo', d.decided_at desc, c.ordinal`

const countiesOf = (towns: readonly number[]) => [...new Set(towns.map((code) => Math.floor(code / 1000)))]

function stood(asOf: string | null | undefined): SQL {
  if (!asOf) return sql`o.superseded_at is null`
  const end = sql`((${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai')`
  return sql`o.recorded_at < ${end} and (o.superseded_at is null or o.superseded_at >= ${end})`
}

function inCells(query: CellQuery, county: SQL, town: SQL, metric: SQL, year: SQL): SQL {
  const parts = [
    sql`${county} ${oneOrAny(countiesOf(query.towns))}`,
    sql`${town} = any (${arrayOf(query.towns)})`,
  ]
  // Who asks for all of them reads a town from one end to the other.
  if (query.metrics && query.metrics.length < metrics.length)
    parts.push(sql`${metric} ${oneOrAny(query.metrics.map((code) => metricOf(code).id))}`)
  if (query.years) parts.push(sql`${year} between ${query.years.from} and ${query.years.to}`)
  return sql.join(parts, sql` and `)
}

/** One is asked for as one: a plan that is made for any numbers takes a list to be ten. */
const oneOrAny = (codes: readonly number[]): SQL =>
  codes.length === 1 ? sql`= ${codes[0]}::int` : sql`= any (${arrayOf(codes)})`

const number = (text: string | null) => (text === null ? null : Number(text))

function passageOf({ ends_at: end, sentence }: Row) {
  return end === null || sentence === null ? null : { end, sentence }
}

function addObservation(found: Observation[], row: Row, reviewed: boolean): void {
  const metric = metricOfId(row.metric_id)
  if (!metric) return
  found.push({
    townCode: row.town_code,
    metric: metric.code,
    year: row.reference_year,
    version: row.version,
    reviewed,
    value: number(row.value),
    missing: row.missing,
    exactness: row.exactness,
    low: number(row.low),
    high: number(row.high),
    flags: row.flags === 0 ? [] : flags.filter((_, bit) => row.flags & (1 << bit)),
    evidence: { start: row.starts_at, quote: row.quote, passage: passageOf(row) },
  })
}
