import { sql } from "drizzle-orm"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { arrayOf } from "@/db/reads/list-of"

/** Words that differ after every change of what is known of any of the counties. They begin with the table that counts, which
 * a restored backup makes anew: its numbers may have been there before. */
export async function readRevision(db: Connection, counties: readonly number[]): Promise<string> {
  if (counties.length === 0) return ""
  const [row] = await ask<{ revision: string }>(db, sql`select ${words} as revision ${rowsOf(counties)}`)
  return row?.revision ?? ""
}

/** The same, and whether whoever asks may read published figures at that moment: the public may while reading is open. */
export async function readStanding(
  db: Connection,
  counties: readonly number[],
): Promise<{ revision: string; mayRead: boolean }> {
  const [row] = await ask<{ revision: string; mayRead: boolean }>(
    db,
    sql`select ${words} as revision, fadu_reads_published() as "mayRead" ${rowsOf(counties)}`,
  )
  return row ?? { revision: "", mayRead: false }
}

const words = sql`'data_revisions'::regclass::oid || ':' || coalesce(sum(revision), 0)`
const rowsOf = (counties: readonly number[]) =>
  sql`from data_revisions where county_code = any (${arrayOf(counties)})`
