import { appendFile, mkdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import type { Database } from "@/db/connect"
import type { AuditHead } from "@/services/check-audit"

const fileIn = (folder: string) => join(folder, "audit-heads.txt")

/** The heads of the audit log that were noted in the data folder, outside the database. */
export async function readHeads(dataFolder: string): Promise<AuditHead[]> {
  const text = await readFile(fileIn(dataFolder), "utf8").catch(() => "")
  return [...text.matchAll(/^\S+ (\d+) ([0-9a-f]{64})$/gm)].map(([, id = "", hash = ""]) => ({
    id: Number(id),
    hash,
  }))
}

/** Notes the audit log's head in the data folder unless the last note says the same. Returns it. */
export async function noteHead(owner: Database, dataFolder: string, now: Date): Promise<AuditHead> {
  const [head = { id: 0, hash: "" }] = await owner.execute<AuditHead>(
    sql`select last_id::int as id, hash from audit_head`,
  )
  const last = (await readHeads(dataFolder)).at(-1)
  if (head.id > 0 && (last?.id !== head.id || last.hash !== head.hash)) {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    await appendFile(fileIn(dataFolder), `${now.toISOString()} ${head.id} ${head.hash}\n`, { mode: 0o600 })
  }
  return head
}
