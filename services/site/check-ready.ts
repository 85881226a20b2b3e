import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { sql } from "drizzle-orm"
import type { Database } from "@/db/connect"

/** Why the site cannot work now; null where it can. */
export type NotReady =
  | "database away"
  | "schema older than the program"
  | "schema newer than the program"
  | null

const patienceMs = 5000

/** Asks the database, as its owner, whether it answers and has the newest schema. Never throws. */
export async function checkReady(owner: Database): Promise<NotReady> {
  const { entries } = JSON.parse(readFileSync(resolve("db/migrations/meta/_journal.json"), "utf8")) as {
    entries: readonly { when: number }[]
  }
  const newest = Math.max(...entries.map(({ when }) => when))
  const asked = owner
    .execute<{ at: string | null }>(sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`)
    .then(([row]) => Number(row?.at ?? 0))
    .catch((error) => (isUndefinedTable(error) ? 0 : null))
  const slow = new Promise<null>((done) => setTimeout(() => done(null), patienceMs).unref())
  const applied = await Promise.race([asked, slow])
  if (applied === null) return "database away"
  if (applied < newest) return "schema older than the program"
  return applied > newest ? "schema newer than the program" : null
}

function isUndefinedTable(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown }
    if (code === "42P01" || code === "3F000") return true
  }
  return false
}
