import type { Role } from "@/catalogue/role"
import { seal } from "@/db/as-actor"
import type { Database } from "@/db/connect"
import type { Desk } from "@/services/desk"

/** A reviewer's desk on a fixed day, or that of another role. */
export function deskOf(
  db: Database,
  name = "reviewer",
  role: Role | "public" = "reviewer",
  townCode: number | null = null,
): Desk {
  return {
    ...{ database: seal(db), actor: { id: name, name, role, townCode } },
    ...{ from: { channel: "web", address: "192.0.2.7" }, now: new Date("2026-03-01T08:00:00Z") },
  }
}
