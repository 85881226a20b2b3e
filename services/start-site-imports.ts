import { officeActor } from "@/services/desk"
import { startImports } from "@/services/run-imports"
import { siteDatabase } from "@/services/site-database"

/** Reads imports in the site's process, on its database. A server of its own may have several such processes. */
export function startSiteImports(environment: Record<string, string | undefined>): void {
  if (!environment.DATABASE_URL && !environment.FADU_SOCKET) return
  const open = () => ({ db: siteDatabase(environment), actor: officeActor, now: new Date() })
  startImports(open, environment.DATABASE_URL !== undefined && environment.DATABASE_URL !== "")
}
