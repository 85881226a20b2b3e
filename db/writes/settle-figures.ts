import { and, eq, isNull, or, sql } from "drizzle-orm"
import { flags } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates } from "@/db/schema/candidate"
import { observations, targets } from "@/db/schema/observation"
import { reports } from "@/db/schema/report"

/** A cell of a town: a metric in a year. */
export type Cell = { metricId: number; referenceYear: number }

const tables = { result: observations, target: targets } as const
const revised = 1 << flags.indexOf("revised")

type Figure = typeof observations.$inferSelect
type Decided = Cell & {
  candidateId: string
  evidenceId: string
  value: string | null
  missing: "placeholder" | null
  exactness: Figure["exactness"]
  low: string | null
  high: string | null
  note: string | null
}

/**
 * Makes a town's cells what the decisions say: of the candidates of the reports that count, the one accepted or
 * corrected last. A different figure becomes a new version and ends the one before; without any, the cell is left
 * empty. Calling it twice changes nothing more. The caller holds a lock on the town's report.
 */
export async function settleFigures(
  tx: Connection,
  kind: "result" | "target",
  townCode: number,
  cells: readonly Cell[],
  actor: string,
): Promise<void> {
  if (cells.length === 0) return
  const table = tables[kind]
  const countyCode = Math.floor(townCode / 1000)
  const wanted = new Set(cells.map(keyOf))
  const metrics = sql.join(
    [...new Set(cells.map(({ metricId }) => metricId))].map((id) => sql`${id}`),
    sql`, `,
  )
  const decided = await tx.execute<Decided>(sql`
    select distinct on (c.metric_id, coalesce(c.reference_year, r.reference_year))
      c.metric_id as "metricId", coalesce(c.reference_year, r.reference_year) as "referenceYear",
      c.id as "candidateId", c.evidence_id as "evidenceId", d.note,
      case when d.action = 'correct' then d.value else c.value end as value,
      case when d.action = 'correct' then null else c.missing end as missing,
      case when d.action = 'correct' then coalesce(d.exactness, 'exact') else c.exactness end as exactness,
      case when d.action = 'correct' then null else c.low end as low,
      case when d.action = 'correct' then null else c.high end as high
    from ${candidates} c
    join ${reports} r on r.county_code = c.county_code and r.id = c.report_id and r.counts
    join lateral (
      select * from decisions d where d.county_code = c.county_code and d.candidate_id = c.id
      order by d.sequence desc limit 1
    ) d on d.action in ('accept', 'correct')
    where c.county_code = ${countyCode} and r.town_code = ${townCode} and c.kind = ${kind} and c.metric_id in (${metrics})
    order by c.metric_id, coalesce(c.reference_year, r.reference_year), d.decided_at desc, c.ordinal desc`)
  const versions = await tx.execute<Cell & { version: number }>(sql`
    select metric_id as "metricId", reference_year as "referenceYear", max(version) as version from ${table}
    where county_code = ${countyCode} and town_code = ${townCode} and metric_id in (${metrics})
    group by metric_id, reference_year`)
  const ofTown = and(eq(table.countyCode, countyCode), eq(table.townCode, townCode))
  const current = await tx
    .select()
    .from(table)
    .where(and(ofTown, sql`metric_id in (${metrics})`, isNull(table.supersededAt)))

  const next = new Map(decided.filter((row) => wanted.has(keyOf(row))).map((row) => [keyOf(row), row]))
  const now = new Map(current.filter((row) => wanted.has(keyOf(row))).map((row) => [keyOf(row), row]))
  const last = new Map(versions.map((row) => [keyOf(row), row.version]))
  const ended = [...now].filter(([key, row]) => !isSame(row, next.get(key))).map(([, row]) => row)
  const begun = [...next]
    .filter(([key, row]) => !isSame(now.get(key), row))
    .map(([key, row]) => ({ key, row }))

  if (ended.length > 0) {
    const places = ended.map((row) =>
      and(eq(table.metricId, row.metricId), eq(table.referenceYear, row.referenceYear)),
    )
    const supersededAt = sql`clock_timestamp()`
    await tx
      .update(table)
      .set({ supersededAt })
      .where(and(ofTown, isNull(table.supersededAt), or(...places)))
  }
  if (begun.length > 0) {
    await tx.insert(table).values(
      begun.map(({ key, row }) => ({
        ...{
          countyCode,
          townCode,
          metricId: row.metricId,
          referenceYear: row.referenceYear,
          ...figureOf(row),
        },
        ...{ recordedBy: actor, recordedAt: sql`clock_timestamp()`, reason: row.note },
        version: (last.get(key) ?? 0) + 1,
        flags: last.has(key) && now.get(key)?.value !== figureOf(row).value ? revised : 0,
      })),
    )
  }
}

const keyOf = ({ metricId, referenceYear }: Cell) => `${metricId}/${referenceYear}`
const number = (text: string | null) => (text === null ? null : Number(text))

function figureOf({ value, missing, exactness, low, high, candidateId, evidenceId }: Decided) {
  return {
    value: number(value),
    missing,
    exactness,
    low: number(low),
    high: number(high),
    candidateId,
    evidenceId,
  }
}

function isSame(row: Figure | undefined, decided: Decided | undefined): boolean {
  if (!row || !decided) return false
  return Object.entries(figureOf(decided)).every(([name, value]) => row[name as keyof Figure] === value)
}
