import type { Connection } from "@/db/connect"
import { auditLog } from "@/db/schema/audit"

/** One line of the audit log: what was done to which subject. `before` and `after` are small plain objects. */
export type AuditLine = {
  actor: string
  action: string
  countyCode: number | null
  subject: string
  before?: unknown
  after?: unknown
}

/** Writes an audit line; always inside the transaction of the write that it speaks of. */
export async function insertAudit(tx: Connection, line: AuditLine): Promise<void> {
  await tx.insert(auditLog).values({ ...line, before: line.before ?? null, after: line.after ?? null })
}
