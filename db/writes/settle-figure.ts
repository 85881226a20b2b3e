import { and, desc, eq, isNull, sql } from "drizzle-orm"
import { flags } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates } from "@/db/schema/candidate"
import { observations, targets } from "@/db/schema/observation"
import { reports } from "@/db/schema/report"

/** One cell: a town's figure on a metric for a year. */
export type Cell = { townCode: number; metricId: number; referenceYear: number }

const tables = { result: observations, target: targets } as const
const revised = 1 << flags.indexOf("revised")

type Decided = {
  candidateId: string
  evidenceId: string
  value: string | null
  missing: "placeholder" | null
  exactness: (typeof observations.$inferSelect)["exactness"]
  low: string | null
  high: string | null
  note: string | null
}

/**
 * Makes a cell what the decisions say: of the candidates of the reports that count, the one accepted or corrected
 * last. A different figure becomes a new version and ends the one before; without any, the cell is left empty.
 * Calling it twice changes nothing more. The caller holds a lock on the report.
 */
export async function settleFigure(
  tx: Connection,
  kind: "result" | "target",
  cell: Cell,
  actor: string,
): Promise<void> {
  const table = tables[kind]
  const countyCode = Math.floor(cell.townCode / 1000)
  const [decided] = await tx.execute<Decided>(sql`
    select c.id as "candidateId", c.evidence_id as "evidenceId", d.note,
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
    where c.county_code = ${countyCode} and r.town_code = ${cell.townCode} and c.metric_id = ${cell.metricId}
      and c.kind = ${kind} and coalesce(c.reference_year, r.reference_year) = ${cell.referenceYear}
    order by d.decided_at desc, c.ordinal desc limit 1`)

  const inCell = and(
    eq(table.countyCode, countyCode),
    eq(table.townCode, cell.townCode),
    eq(table.metricId, cell.metricId),
    eq(table.referenceYear, cell.referenceYear),
  )
  const [last] = await tx.select().from(table).where(inCell).orderBy(desc(table.version)).limit(1)
  const current = last && last.supersededAt === null ? last : undefined
  const next = decided && {
    ...{ value: number(decided.value), missing: decided.missing, exactness: decided.exactness },
    ...{ low: number(decided.low), high: number(decided.high) },
    ...{ candidateId: decided.candidateId, evidenceId: decided.evidenceId },
  }
  if (
    current &&
    next &&
    Object.entries(next).every(([name, value]) => current[name as keyof typeof next] === value)
  )
    return
  if (current)
    await tx
      .update(table)
      .set({ supersededAt: sql`clock_timestamp()` })
      .where(and(inCell, isNull(table.supersededAt)))
  if (!next) return
  await tx.insert(table).values({
    ...{
      countyCode,
      ...cell,
      ...next,
      recordedBy: actor,
      reason: decided.note,
      recordedAt: sql`clock_timestamp()`,
    },
    version: (last?.version ?? 0) + 1,
    flags: last && last.value !== next.value ? revised : 0,
  })
}

const number = (text: string | null) => (text === null ? null : Number(text))
