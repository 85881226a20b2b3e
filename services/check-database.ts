import { sql } from "drizzle-orm"
import type { Database } from "@/db/connect"

/** What a check of the database found. `broken` are quotes that no longer stand at their offsets: there must be none. */
export type DatabaseState = { reports: number; observations: number; broken: number }

type Count = { count: number }
type Row = { starts_at: number; ends_at: number; quote: string }

/** Reaches the database, as its owner, and holds every quote against its text. Throws where it cannot be reached. */
export async function checkDatabase(owner: Database): Promise<DatabaseState> {
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
  return { reports: reports?.count ?? 0, observations: observations?.count ?? 0, broken }
}
