import { sql } from "drizzle-orm"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { arrayOf } from "@/db/reads/list-of"

/** Words that differ after every change of what is known of any of the counties. They begin with the table that counts, which
 * a restored backup makes anew: its numbers may have been there before. */
export async function readRevision(db: Connection, counties: readonly number[]): Promise<string> {
  if (counties.length === 0) return ""
  const [row] = await ask<{ revision: string }>(
    db,
    sql`
    select 'data_revisions'::regclass::oid || ':' || coalesce(sum(revision), 0) as revision from data_revisions
    where county_code = any (${arrayOf(counties)})`,
  )
  return row?.revision ?? ""
}
