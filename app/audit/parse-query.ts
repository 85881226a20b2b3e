import { one, type SearchParams, whole } from "@/app/parse-address"
import type { AuditQuery } from "@/services/view-audit"

/** What the address of the audit page asks for; a bad value falls back to nothing. */
export function parseQuery(params: Awaited<SearchParams>): AuditQuery {
  const word = (name: string) => one(params[name])?.trim().slice(0, 100) || null
  const day = (name: string) => {
    const text = word(name)
    const isDay = text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    return isDay && new Date(text).toISOString().startsWith(text) ? text : null
  }
  return {
    ...{ person: word("person"), action: word("action"), subject: word("subject") },
    ...{ from: day("from"), to: day("to"), below: whole(params.below) },
  }
}
