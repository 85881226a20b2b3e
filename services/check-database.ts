import { sql } from "drizzle-orm"
import { longestQuote } from "@/catalogue/quote"
import type { Connection } from "@/db/connect"
import { figureTables } from "@/db/reads/list-changes"

/** What a check of the database found. There must be none of the last two: `broken` are quotes that no longer stand at their
 * offsets or in their evidence, `wrongTotals` sums of counties and provinces that their figures do not add up to. */
export type DatabaseState = { reports: number; observations: number; broken: number; wrongTotals: number }

type Count = { count: number }
type Row = { starts_at: number; ends_at: number; quote: string }

/** Reaches the database, as its owner, holds every quote against its text, what stands with a figure against its evidence and every sum against its figures. Throws where it
 * cannot be reached. */
export async function checkDatabase(owner: Connection): Promise<DatabaseState> {
  const [reports] = await owner.execute<Count>(sql`select count(*)::int as count from reports`)
  const [observations] = await owner.execute<Count>(
    sql`select count(*)::int as count from observations where superseded_at is null`,
  )
  const documents = await owner.execute<{ county_code: number; id: string }>(
    sql`select county_code, id from documents`,
  )
  let broken = 0
  for (const { county_code, id } of documents) {
    const [document] = await owner.execute<{ text: string }>(
      sql`select text from documents where county_code = ${county_code} and id = ${id}`,
    )
    const rows = await owner.execute<Row>(sql`
      select starts_at, ends_at, quote from evidence where county_code = ${county_code} and document_id = ${id}`)
    broken += rows.filter((row) => document?.text.slice(row.starts_at, row.ends_at) !== row.quote).length
  }
  for (const table of Object.values(figureTables)) {
    const [strayed] = await owner.execute<Count>(sql`
      select count(*)::int as count from ${table} f
      join evidence e on e.county_code = f.county_code and e.id = f.evidence_id
      where f.starts_at <> e.starts_at or f.quote <> left(e.quote, ${longestQuote})`)
    broken += strayed?.count ?? 0
  }
  const wrongTotals = await countWrongTotals(owner)
  return { reports: reports?.count ?? 0, observations: observations?.count ?? 0, broken, wrongTotals }
}

/** Adds all current figures up, as migration 0009 did once, and counts the sums that are kept otherwise, missing or left over. */
async function countWrongTotals(owner: Connection): Promise<number> {
  const [wrong] = await owner.execute<Count>(sql`
    with added as materialized (
      select division, metric_id, reference_year, coalesce(sum(value), 0) as total, count(value) as stated,
        count(missing) as missing, count(*) filter (where exactness = 'over') as said_over,
        count(*) filter (where exactness = 'under') as said_under,
        count(*) filter (where exactness in ('about', 'range')) as said_about
      from observations cross join lateral (values (county_code), (county_code / 10000 * 10000)) divisions (division)
      where superseded_at is null group by division, metric_id, reference_year)
    select count(*)::int as count
    from added full join division_totals kept on kept.county_code = added.division
      and kept.metric_id = added.metric_id and kept.reference_year = added.reference_year
    where (added.total, added.stated, added.missing, added.said_over, added.said_under, added.said_about)
      is distinct from (kept.total, kept.stated, kept.missing, kept.said_over, kept.said_under, kept.said_about)`)
  return wrong?.count ?? 0
}
