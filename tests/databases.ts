import { execFileSync, spawn } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { TestProject } from "vitest/node"
import { connect } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { migrateDatabase } from "@/db/migrate"

declare module "vitest" {
  export interface ProvidedContext {
    /** Connection string of the real server's maintenance database. */
    serverUrl: string
    /** A prepared data folder of the embedded database, to be copied. */
    embeddedTemplate: string
  }
}

/** A port of the loopback that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once("error", fail)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("no port")),
      )
    })
  })
}

function postgresBinaries(): string {
  const base = "/usr/lib/postgresql"
  const version = existsSync(base) ? readdirSync(base).sort((a, b) => Number(b) - Number(a))[0] : undefined
  if (version) return join(base, version, "bin")
  throw new Error("PostgreSQL is not installed: apt-get install postgresql")
}

/** Starts a PostgreSQL server of this run's own on a free loopback port, as a user other than root, which it refuses. `kept`
 * is a folder that outlives it, with the settings to start with. */
export async function startServer(kept?: { folder: string; settings: Readonly<Record<string, string>> }) {
  const bin = postgresBinaries()
  const isRoot = process.getuid?.() === 0
  const folder = kept?.folder ?? mkdtempSync(join(tmpdir(), "fadu-pg-"))
  const as = (command: string, args: string[]) =>
    isRoot
      ? (["runuser", ["-u", "postgres", "--", join(bin, command), ...args]] as const)
      : ([join(bin, command), args] as const)
  if (isRoot) execFileSync("chown", ["postgres", folder])
  const data = join(folder, "data")
  const [initdb, initArgs] = as("initdb", [
    "-D",
    data,
    "-U",
    "fadu",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C.UTF-8",
    "--no-sync",
  ])
  if (!existsSync(data)) execFileSync(initdb, initArgs, { stdio: "pipe", cwd: folder })
  const port = await freePort()
  const options = [
    "-D",
    data,
    "-p",
    String(port),
    "-k",
    "",
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    "fsync=off",
    ...Object.entries(kept?.settings ?? {}).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]
  const [command, args] = as("postgres", options)
  const server = spawn(command, args, { stdio: "ignore", cwd: folder })
  const url = (database: string) => `postgres://fadu@127.0.0.1:${port}/${database}`
  for (let attempt = 0; ; attempt += 1) {
    try {
      const [isready, readyArgs] = as("pg_isready", ["-h", "127.0.0.1", "-p", String(port), "-q"])
      execFileSync(isready, readyArgs, { cwd: folder })
      break
    } catch (error) {
      if (attempt > 100) throw error
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  const stop = async () => {
    const ended = new Promise((done) => server.once("exit", done))
    const [ctl, ctlArgs] = as("pg_ctl", ["-D", data, "-m", kept ? "fast" : "immediate", "stop"])
    execFileSync(ctl, ctlArgs, { stdio: "ignore", cwd: folder })
    await ended
    if (!kept) rmSync(folder, { recursive: true, force: true })
  }
  return { url, stop }
}

/** Prepares both kinds of database once for the run: a template database and a template folder, each migrated. */
export default async function setup(project: TestProject) {
  const server = await startServer()
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
