import type { Database } from "@/db/connect"
import type { Desk } from "@/services/desk"

/** A reviewer's desk on a fixed day. */
export function deskOf(db: Database, name = "reviewer"): Desk {
  return { db, actor: { name, role: "reviewer" }, now: new Date("2026-03-01T08:00:00Z") }
}
