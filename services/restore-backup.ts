import { resolve } from "node:path"
import { sql } from "drizzle-orm"
import { clearDatabase, copyIn } from "@/db/backup/copy-in"
import type { Connection, Database } from "@/db/connect"
import { applyMigrations, fillReferences } from "@/db/migrate"
import { rowsOf, verifyBackup } from "@/services/read-backup"

/** What stands in a database already that is no demonstration data. */
export type Standing = { reports: number; accounts: number }

/** The database holds something and nobody said to replace it. Nothing was changed. */
export class NotEmpty extends Error {
  constructor(readonly standing: Standing) {
    super(`${standing.reports} reports, ${standing.accounts} accounts`)
    this.name = "NotEmpty"
  }
}

const folder = () => resolve("db/migrations")

/** Puts a backup into a database: read whole and held against its sum first, then everything at once or nothing. One from
 * an earlier release is put into the schema of its time and migrated. Throws BackupFault, NotEmpty. */
export async function restoreBackup(
  owner: Database,
  path: string,
  replace: boolean,
): Promise<{ rows: number; sha256: string }> {
  const { head, rows, sha256 } = await verifyBackup(path)
  await owner.transaction(async (tx) => {
    const standing = await look(tx)
    if (!replace && standing.reports + standing.accounts > 0) throw new NotEmpty(standing)
    await clearDatabase(tx)
    await applyMigrations(tx, folder(), head.schema)
    await copyIn(tx, head, rowsOf(path))
    await applyMigrations(tx, folder())
    await fillReferences(tx)
  })
  return { rows, sha256 }
}

async function look(tx: Connection): Promise<Standing> {
  const [known] = await tx.execute<{ reports: string | null; accounts: string | null }>(
    sql`select to_regclass('reports') as reports, to_regclass('accounts') as accounts`,
  )
  if (!known?.reports || !known.accounts) return { reports: 0, accounts: 0 }
  const [counts] = await tx.execute<Standing>(sql`
    select (select count(*)::int from reports where county_code < 990000) as reports,
      (select count(*)::int from accounts) as accounts`)
  return counts ?? { reports: 0, accounts: 0 }
}
