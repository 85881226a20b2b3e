import type { Connection } from "@/db/connect"
import { auditLog } from "@/db/schema/audit"
import { inChunks } from "@/db/writes/in-chunks"

/** One line of the audit log: what was done to which subject. `before` and `after` are small plain objects. */
export type AuditLine = {
  actor: string
  action: string
  countyCode: number | null
  subject: string
  before?: unknown
  after?: unknown
}

/** Writes audit lines; always inside the transaction of the write that they speak of. */
export async function insertAudit(tx: Connection, lines: AuditLine | readonly AuditLine[]): Promise<void> {
  const rows = [lines]
    .flat()
    .map((line) => ({ ...line, before: line.before ?? null, after: line.after ?? null }))
  await inChunks(rows, (chunk) => tx.insert(auditLog).values(chunk))
}
