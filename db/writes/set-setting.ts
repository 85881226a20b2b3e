import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { settings } from "@/db/schema/reference"

/** The settings there are, and the shape of each. */
export type Settings = {
  /** The office's county: its 6-digit code. */
  region: { countyCode: number }
  /** Whether published figures are read without an account. */
  open_reading: { on: boolean }
  /** After how many minutes without doing anything a person is signed out. */
  idle: { minutes: number }
  /** What the columns of tables mean, by the heads of the table: each head's metric, null where it is not imported. A
   * person confirmed each kind of table once. */
  tables: Readonly<Record<string, Readonly<Record<string, string | null>>>>
  /** Whether the demonstration data is in the database, or was and has been emptied: it is loaded once only. */
  demonstration: { countyCode: number; state: "loaded" | "emptied" }
}

/** Sets one setting, or replaces it. */
export async function setSetting<N extends keyof Settings>(
  tx: Connection,
  name: N,
  value: Settings[N],
  actor: string,
) {
  await tx
    .insert(settings)
    .values({ name, value, setBy: actor })
    .onConflictDoUpdate({ target: settings.name, set: { value, setBy: actor, setAt: sql`excluded.set_at` } })
}
