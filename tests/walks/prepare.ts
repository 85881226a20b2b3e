import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { roles } from "@/catalogue/role"
import { translate } from "@/catalogue/translate"
import { buildSite } from "@/cli/build-site.mjs"
import type { SealedDatabase } from "@/db/as-actor"
import { linkForAccount, redeemPasswordLink } from "@/services/accounts/one-time-link"
import { terminalActor } from "@/services/desk"
import { loadDemonstration } from "@/services/load-demonstration"
import { migrate } from "@/services/migrate"
import { openDatabase } from "@/services/open-database"

declare module "vitest" {
  export interface ProvidedContext {
    /** A data folder with the demonstration data in it, to be copied. */
    demonstrationFolder: string
  }
}

/** Builds the site, and the demonstration data once, as the start command does. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "fadu-demonstration-"))
  const prepare = async () => {
    const config = {
      port: 0,
      host: "127.0.0.1",
      address: null,
      databaseUrl: null,
      region: null,
      dataFolder: folder,
    }
    const opened = await openDatabase(config)
    await migrate(opened.owner)
    await loadDemonstration(opened.database, new Date())
    await makeAccounts(opened.database)
    await opened.close()
  }
  await Promise.all([buildSite(), prepare()])
  project.provide("demonstrationFolder", folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** The people of the walks, one a role, each with the same password; the user name is the role's. */
export const walkPassword = "walk through 19 towns"

/** Made as the terminal makes them: by a link each, by which a password is chosen. */
export async function makeAccounts(database: SealedDatabase) {
  const from = { channel: "terminal", address: null } as const
  const actor = { ...terminalActor, role: "administrator" } as const
  const desk = { database, actor, from, now: new Date() }
  for (const role of roles) {
    const townCode = role === "town_officer" ? 990181100 : null
    const name = translate("zh", "account")(`roles.${role}`)
    const token = await linkForAccount(desk, role, { username: role, name, role, townCode })
    await redeemPasswordLink(desk, token, walkPassword)
  }
}

/** A copy of the demonstration's data folder, for one site. */
export function copyDemonstration(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "fadu-site-"))
  cpSync(join(folder, "database"), join(copy, "database"), { recursive: true })
  return copy
}
