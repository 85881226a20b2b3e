import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"

const tables = [
  "observations",
  "targets",
  "publications",
  "question_entries",
  "questions",
  "finding_decisions",
  "number_decisions",
  "desk_presence",
  "decisions",
  "candidates",
  "evidence",
  "findings",
  "reports",
  "documents",
]

/** Removes the reports and figures of an invented county; the database refuses it for a real one. Returns how many
 * reports went. */
export async function deleteCounty(tx: Connection, countyCode: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from reports where county_code = ${countyCode}`,
  )
  for (const table of tables)
    await tx.execute(sql`delete from ${sql.identifier(table)} where county_code = ${countyCode}`)
  return row?.count ?? 0
}
