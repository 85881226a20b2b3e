import { type AuditQuery, type AuditRow, listActions, listAuditLines } from "@/db/reads/list-audit"
import { asReader, type Desk, requireRight } from "@/services/desk"

export type { AuditQuery, AuditRow } from "@/db/reads/list-audit"

const linesAPage = 50
const linesAFetch = 2000

/** A page of the audit log, newest first. `next` is the `below` of the following page, or null at the end. */
export async function viewAudit(desk: Desk, query: AuditQuery) {
  requireRight(desk, "audit.read")
  return asReader(desk, async (tx) => {
    const found = await listAuditLines(tx, query, linesAPage + 1)
    const lines = found.slice(0, linesAPage)
    const next = found.length > linesAPage ? (lines.at(-1)?.id ?? null) : null
    return { lines, next, actions: await listActions(tx) }
  })
}

/** All lines that fit, in batches, newest first; each batch is read only when the last one was taken. */
export async function* readAudit(desk: Desk, query: AuditQuery): AsyncGenerator<AuditRow[]> {
  requireRight(desk, "audit.read")
  let below = query.below
  while (true) {
    const lines = await asReader(desk, (tx) => listAuditLines(tx, { ...query, below }, linesAFetch))
    if (lines.length > 0) yield lines
    if (lines.length < linesAFetch) return
    below = lines.at(-1)?.id ?? null
  }
}
