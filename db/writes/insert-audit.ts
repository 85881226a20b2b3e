import type { Connection } from "@/db/connect"
import { auditLog } from "@/db/schema/audit"
import { inChunks } from "@/db/writes/in-chunks"

/** One line of the audit log: what was done to which subject. `before` and `after` are small plain objects without any
 * password or token. Who, when and from where the database adds from the transaction's actor. */
export type AuditLine = {
  action: string
  countyCode: number | null
  subject: string
  before?: unknown
  after?: unknown
}

/** Writes audit lines; always inside the transaction of the write that they speak of, and last in it: others queue at the
 * log's end until it commits. */
export async function insertAudit(tx: Connection, lines: AuditLine | readonly AuditLine[]): Promise<void> {
  const rows = [lines]
    .flat()
    .map((line) => ({ ...line, before: line.before ?? null, after: line.after ?? null }))
  await inChunks(rows, (chunk) => tx.insert(auditLog).values(chunk))
}
