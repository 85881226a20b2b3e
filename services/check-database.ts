import { sql } from "drizzle-orm"
import type { Database } from "@/db/connect"

/** What a check of the database found. `broken` are quotes that no longer stand at their offsets: there must be none. */
export type DatabaseState = { reports: number; observations: number; broken: number }

type Row = { text: string; starts_at: number; ends_at: number; quote: string }

/** Reaches the database and holds every quote against its text. Throws where the database cannot be reached. */
export async function checkDatabase(db: Database): Promise<DatabaseState> {
  const [counts] = await db.execute<{ reports: number; observations: number }>(sql`
    select (select count(*)::int from reports) as reports,
      (select count(*)::int from observations where superseded_at is null) as observations`)
  const documents = await db.execute<{ county_code: number; id: string }>(
    sql`select county_code, id from documents`,
  )
  let broken = 0
  for (const { county_code, id } of documents) {
    const rows = await db.execute<Row>(sql`
      select d.text, e.starts_at, e.ends_at, e.quote from documents d
      join evidence e on e.county_code = d.county_code and e.document_id = d.id
      where d.county_code = ${county_code} and d.id = ${id}`)
    broken += rows.filter((row) => row.text.slice(row.starts_at, row.ends_at) !== row.quote).length
  }
  return { reports: counts?.reports ?? 0, observations: counts?.observations ?? 0, broken }
}
