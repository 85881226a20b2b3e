import { sql } from "drizzle-orm"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import type { Settings } from "@/db/writes/set-setting"

/** One setting's value, or null where the office has not set it. */
export async function getSetting<N extends keyof Settings>(
  db: Connection,
  name: N,
): Promise<Settings[N] | null> {
  const [row] = await ask<{ value: Settings[N] }>(db, sql`select value from settings where name = ${name}`)
  return row?.value ?? null
}
