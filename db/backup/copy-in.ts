import { sql } from "drizzle-orm"
import type { BackupHead } from "@/db/backup/copy-out"
import type { Connection } from "@/db/connect"

const mostRows = 1000
const mostCharacters = 4_000_000

/** Removes all that migrations made in a database: tables, functions, and the list of migrations. */
export async function clearDatabase(tx: Connection): Promise<void> {
  await tx.execute(sql`
    do $$
    declare thing record;
    begin
      for thing in select c.oid::regclass as name from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
      loop execute format('drop table if exists %s cascade', thing.name); end loop;
      for thing in select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute format('drop function if exists %s cascade', thing.name); end loop;
      drop schema if exists drizzle cascade;
    end $$`)
}

/** Puts the rows of a backup into the schema that it was taken from, in place of what migrations wrote: as they were, no
 * trigger sees them. */
export async function copyIn(
  tx: Connection,
  { tables }: BackupHead,
  rows: AsyncIterable<{ table: string; row: string }>,
): Promise<void> {
  for (const { name } of tables)
    await tx.execute(sql`alter table ${sql.identifier(name)} disable trigger user`)
  const names = sql.join(
    tables.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  await tx.execute(sql`truncate ${names} cascade`)
  let table = ""
  let batch: string[] = []
  let size = 0
  const flush = async () => {
    if (batch.length === 0) return
    const name = sql.identifier(table)
    await tx.execute(sql`
      insert into ${name} select * from json_populate_recordset(null::${name}, ${`[${batch.join(",")}]`}::json)`)
    batch = []
    size = 0
  }
  for await (const next of rows) {
    if (next.table !== table || batch.length === mostRows || size + next.row.length > mostCharacters)
      await flush()
    table = next.table
    batch.push(next.row)
    size += next.row.length
  }
  await flush()
  for (const { name } of tables)
    await tx.execute(sql`alter table ${sql.identifier(name)} enable trigger user`)
  await tx.execute(sql`
    select setval(pg_get_serial_sequence('audit_log', 'id'), coalesce(max(id), 0) + 1, false) from audit_log`)
}
