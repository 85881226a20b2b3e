import { sql } from "drizzle-orm"
import { type BackupTable, listTables } from "@/db/backup/list-tables"
import type { Database } from "@/db/connect"

const rowsAFetch = 1000

/** What a backup begins with. `schema` is the newest migration that the database has. */
export type BackupHead = { format: "fadu-backup"; version: 1; schema: string; tables: readonly BackupTable[] }

/** Gives a whole database line by line, as it stood at one moment, whoever writes meanwhile: the head, then every row as
 * JSON, tables after those that they refer to, rows in the order of their keys. Call as the owner of the tables. */
export async function copyOut(
  db: Database,
  schema: string,
  write: (line: string) => Promise<void>,
): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`set local timezone to 'UTC'`)
      const tables = await listTables(tx)
      const head: BackupHead = { format: "fadu-backup", version: 1, schema, tables }
      await write(JSON.stringify(head))
      for (const { name, key, heavy } of tables) {
        const order = sql.join(
          key.map((column) => sql`${sql.identifier(column)}`),
          sql`, `,
        )
        await tx.execute(
          sql`declare backup_rows cursor for select row_to_json(t)::text as row from ${sql.identifier(name)} t order by ${order}`,
        )
        const fetch = sql`fetch ${sql.raw(String(heavy ? 1 : rowsAFetch))} from backup_rows`
        for (
          let rows = await tx.execute<{ row: string }>(fetch);
          rows.length > 0;
          rows = await tx.execute<{ row: string }>(fetch)
        ) {
          for (const { row } of rows) await write(`${name} ${row}`)
        }
        await tx.execute(sql`close backup_rows`)
      }
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  )
}
