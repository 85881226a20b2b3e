import { resolve } from "node:path"
import type { Database } from "@/db/connect"
import { migrateDatabase } from "@/db/migrate"

/** Brings the database to the newest schema and the reference tables to the catalogue. Safe to call again. */
export async function migrate(db: Database): Promise<void> {
  await migrateDatabase(db, resolve("db/migrations"))
}
