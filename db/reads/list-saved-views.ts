import { sql } from "drizzle-orm"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"

/** A view that somebody keeps: `address` is the query of `/explore`. */
export type SavedView = { id: string; title: string; address: string }

/** The actor's own saved views, in their order. */
export async function listSavedViews(tx: Connection): Promise<SavedView[]> {
  return ask(tx, sql`select id, title, address from saved_views order by position, saved_at`)
}
