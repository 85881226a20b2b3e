import type { Actor, Desk } from "@/services/desk"
import { startImports } from "@/services/run-imports"
import { siteDatabase } from "@/services/site-database"

/** Takes files up; each is then read in the name of whoever sent it. */
const importer: Actor = { id: "imports", name: "imports", role: "reviewer", townCode: null }

/** Reads imports in the site's process, on its database. A server of its own may have several such processes. */
export function startSiteImports(environment: Record<string, string | undefined>): void {
  if (!environment.DATABASE_URL && !environment.FADU_SOCKET) return
  const from = { channel: "web", address: null } as const
  const open = (): Desk => ({ database: siteDatabase(environment), actor: importer, from, now: new Date() })
  startImports(open, environment.DATABASE_URL !== undefined && environment.DATABASE_URL !== "")
}
