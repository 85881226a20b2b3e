import { sql } from "drizzle-orm"
import { migrate } from "drizzle-orm/postgres-js/migrator"
import { allTowns } from "@/catalogue/divisions"
import { metrics } from "@/catalogue/metrics"
import type { Database } from "@/db/connect"

/** Brings the schema to the newest migration (plain SQL files in `folder`, in order, each once) and the reference
 * tables to the catalogue: metrics and all township-level divisions. Safe to call again. */
export async function migrateDatabase(db: Database, folder: string): Promise<void> {
  await migrate(db, { migrationsFolder: folder })
  await db.transaction(async (tx) => {
    const rows = JSON.stringify(metrics.map(({ id, code }) => ({ id, code })))
    await tx.execute(sql`
      insert into metrics (id, code)
      select id, code from json_to_recordset(${rows}::json) as m(id smallint, code text)
      where not exists (select from metrics known where known.id = m.id)`)
    const towns = allTowns()
    const [known] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from towns`)
    if (known?.count === towns.length) return
    const packed = JSON.stringify(towns.map((town) => ({ ...town, county: town.countyCode })))
    await tx.execute(sql`
      insert into towns (code, county_code, name, kind)
      select code, county, name, kind
      from json_to_recordset(${packed}::json) as t(code integer, county integer, name text, kind text)
      where not exists (select from towns known where known.code = t.code)`)
  })
}
