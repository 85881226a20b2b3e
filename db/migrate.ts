import { readFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { readMigrationFiles } from "drizzle-orm/migrator"
import { allTowns } from "@/catalogue/divisions"
import { metrics } from "@/catalogue/metrics"
import type { Connection, Database } from "@/db/connect"

/** The names of the migrations of a folder, in order. */
export function migrationNames(folder: string): readonly string[] {
  const journal = JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[]
  }
  return journal.entries.map(({ tag }) => tag)
}

/** Brings the schema to the newest migration (plain SQL files in `folder`, in order, each once) and the reference tables to
 * the catalogue: metrics and all township-level divisions. Safe to call again, and by several processes at once: one waits
 * for the other. */
export async function migrateDatabase(db: Database, folder: string): Promise<void> {
  await db.transaction(async (tx) => {
    await applyMigrations(tx, folder)
    await fillReferences(tx)
  })
}

const lockOfMigrations = 0x66616475

/** Applies the migrations that a database lacks, up to the one of this name or all, in the open transaction. */
export async function applyMigrations(tx: Connection, folder: string, upTo?: string): Promise<void> {
  const names = migrationNames(folder)
  const files = readMigrationFiles({ migrationsFolder: folder })
  const wanted = upTo === undefined ? files.length : names.indexOf(upTo) + 1
  if (wanted === 0) throw new RangeError(`no such migration: ${upTo}`)
  await tx.execute(sql`select pg_advisory_xact_lock(${lockOfMigrations})`)
  // The list stands where drizzle-kit keeps it.
  await tx.execute(sql`create schema if not exists drizzle`)
  await tx.execute(sql`
    create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`)
  const [last] = await tx.execute<{ at: string | null }>(
    sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
  )
  for (const { folderMillis, hash, sql: statements } of files.slice(0, wanted)) {
    if (folderMillis <= Number(last?.at ?? 0)) continue
    for (const statement of statements) await tx.execute(sql.raw(statement))
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    )
  }
}

/** Brings the reference tables to the catalogue; what they already hold is left alone. */
export async function fillReferences(tx: Connection): Promise<void> {
  const ids = await tx.execute<{ id: number }>(sql`select id from metrics`)
  const newMetrics = metrics.filter((metric) => !ids.some(({ id }) => id === metric.id))
  if (newMetrics.length > 0)
    await tx.execute(sql`
      insert into metrics (id, code)
      select id, code from json_to_recordset(${JSON.stringify(newMetrics)}::json) as m(id smallint, code text)`)
  const [known] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from towns`)
  if (known?.count === allTowns().length) return
  const codes = new Set(
    (await tx.execute<{ code: number }>(sql`select code from towns`)).map(({ code }) => code),
  )
  const newTowns = allTowns().filter(({ code }) => !codes.has(code))
  if (newTowns.length === 0) return
  const packed = JSON.stringify(newTowns.map((town) => ({ ...town, county: town.countyCode })))
  await tx.execute(sql`
    insert into towns (code, county_code, name, kind)
    select code, county, name, kind
    from json_to_recordset(${packed}::json) as t(code integer, county integer, name text, kind text)`)
}
