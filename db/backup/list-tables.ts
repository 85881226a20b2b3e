import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"

/** A table as a backup holds it: `key` are the columns that order its rows, `heavy` tells of columns of bytes. */
export type BackupTable = { name: string; key: readonly string[]; heavy: boolean }

/** What lives only while somebody is there: it is not kept. */
const passing = new Set(["sessions", "desk_presence"])

type Row = { name: string; key: string[]; heavy: boolean; needs: string[] }

/** All tables that a backup holds, each after those that its rows refer to. */
export async function listTables(db: Connection): Promise<readonly BackupTable[]> {
  const rows = await db.execute<Row>(sql`
    select t.relname as name,
      to_json(array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = t.oid and a.attnum = any(i.indkey)
        where i.indrelid = t.oid and i.indisprimary order by array_position(i.indkey::int2[], a.attnum))) as key,
      exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and a.atttypid = 'bytea'::regtype) as heavy,
      to_json(array(select distinct f.relname::text from pg_constraint c join pg_class f on f.oid = c.confrelid
        where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid)) as needs
    from pg_class t where t.relkind in ('r', 'p') and t.relnamespace = 'public'::regnamespace order by t.relname`)
  const left = new Map(rows.filter(({ name }) => !passing.has(name)).map((row) => [row.name, row]))
  const ordered: BackupTable[] = []
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ needs }) => !needs.some((name) => left.has(name)))
    if (ready.length === 0) throw new Error(`tables refer to one another: ${[...left.keys()].join(", ")}`)
    for (const { name, key, heavy } of ready) {
      ordered.push({ name, key, heavy })
      left.delete(name)
    }
  }
  return ordered
}
