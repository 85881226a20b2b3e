import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { byteOrderMark, csvLine } from "@/exports/csv"
import { type Desk, requireRight } from "@/services/desk"
import { type AuditQuery, readAudit } from "@/services/view-audit"

/** The audit log as CSV text, in pieces. Throws Problem not_allowed at once, before anything is sent. */
export function exportAudit(desk: Desk, query: AuditQuery, locale: Locale): AsyncGenerator<string> {
  requireRight(desk, "audit.read")
  return write(desk, query, locale)
}

async function* write(desk: Desk, query: AuditQuery, locale: Locale): AsyncGenerator<string> {
  const t = translate(locale, "audit")
  const names = ["number", "time", "person", "where", "action", "subject", "before", "after", "hash"] as const
  yield byteOrderMark + csvLine(names.map((name) => t(name)))
  for await (const lines of readAudit(desk, query)) {
    yield lines
      .map((line) =>
        csvLine([
          ...[line.id, line.at, `${line.actor} (${line.actorId})`],
          ...[[line.channel, line.address].filter(Boolean).join(" "), line.action, line.subject],
          ...[line.before, line.after, line.hash],
        ]),
      )
      .join("")
  }
}
