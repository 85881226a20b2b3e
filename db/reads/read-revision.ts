import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { listOf } from "@/db/reads/list-of"

/** A number that grows with every change of what is known of any of the counties. */
export async function readRevision(db: Connection, counties: readonly number[]): Promise<number> {
  if (counties.length === 0) return 0
  const [row] = await db.execute<{ revision: string }>(
    sql`select coalesce(sum(revision), 0) as revision from data_revisions where county_code in (${listOf(counties)})`,
  )
  return Number(row?.revision ?? 0)
}
