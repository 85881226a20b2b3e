import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { connect } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { migrateDatabase } from "@/db/migrate"
import { startPostgres } from "@/tests/start-postgres"

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the real server's maintenance database. */
    serverUrl: string
    /** A prepared data folder of the embedded database, to be copied. */
    embeddedTemplate: string
  }
}

/** Prepares both kinds of database once for the run: a template database and a template folder, each migrated. */
export default async function setup(project: TestProject) {
  const server = await startPostgres()
  const maintenance = connect({ url: server.url("postgres") })
  await maintenance.db.execute("create database fadu_template")
  await maintenance.close()
  const template = connect({ url: server.url("fadu_template") })
  await migrateDatabase(template.db, "db/migrations")
  await template.close()

  const folder = mkdtempSync(join(tmpdir(), "fadu-embedded-"))
  const embedded = await openEmbedded(folder)
  const opened = connect({ socket: embedded.socket })
  await migrateDatabase(opened.db, "db/migrations")
  await opened.close()
  await embedded.close()

  project.provide("serverUrl", server.url("postgres"))
  project.provide("embeddedTemplate", folder)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A copy of a prepared data folder. */
export function copyFolder(template: string): string {
  const folder = mkdtempSync(join(tmpdir(), "fadu-data-"))
  cpSync(join(template, "database"), join(folder, "database"), { recursive: true })
  return folder
}
