import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { buildSite } from "@/cli/build-site"
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
    const config = { port: 0, host: "127.0.0.1", databaseUrl: null, region: null, dataFolder: folder }
    const opened = await openDatabase(config)
    await migrate(opened.db)
    await loadDemonstration(opened.db, new Date())
    await opened.close()
  }
  await Promise.all([buildSite(), prepare()])
  project.provide("demonstrationFolder", folder)
  return () => rmSync(folder, { recursive: true, force: true })
}

/** A copy of the demonstration's data folder, for one site. */
export function copyDemonstration(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), "fadu-site-"))
  cpSync(join(folder, "database"), join(copy, "database"), { recursive: true })
  return copy
}
