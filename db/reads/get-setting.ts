import { eq } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { settings } from "@/db/schema/reference"
import type { Settings } from "@/db/writes/set-setting"

/** One setting's value, or null where the office has not set it. */
export async function getSetting<N extends keyof Settings>(
  db: Connection,
  name: N,
): Promise<Settings[N] | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, name))
  return (row?.value as Settings[N] | undefined) ?? null
}
