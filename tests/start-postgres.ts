import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A PostgreSQL server of this run's own on a free loopback port. */
export type Postgres = {
  port: number
  url(database: string): string
  /** Ends all of its processes at once, as a power cut does; `start` starts it again on what it left. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Holds all of its processes still, as a machine does that hangs, or lets them go on. */
  freeze(still: boolean): void
  /** Ends it and removes its data. */
  stop(): Promise<void>
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

const isRoot = process.getuid?.() === 0

/** A command as a user other than root, whom these servers refuse. */
export const asOther = (command: string, args: readonly string[]): [string, string[]] =>
  isRoot ? ["runuser", ["-u", "postgres", "--", command, ...args]] : [command, [...args]]

/** A new folder that such a user owns. */
export const folderOfOther = (prefix: string): string => ownedByOther(mkdtempSync(join(tmpdir(), prefix)))

function ownedByOther(folder: string): string {
  if (isRoot) execFileSync("chown", ["postgres", folder])
  return folder
}

/** A process and all that it started, as Linux lists them. */
export function family(pid: number): number[] {
  const path = `/proc/${pid}/task/${pid}/children`
  const children = existsSync(path) ? readFileSync(path, "utf8").split(" ").filter(Boolean) : []
  return [pid, ...children.flatMap((child) => family(Number(child)))]
}

/** A folder that outlives its server, and the settings to start it with. */
export type Kept = { folder: string; settings: Readonly<Record<string, string>> }

/** Starts a server: an empty one, a streaming standby of another, or the one of a kept folder. */
export async function startPostgres(primary?: Pick<Postgres, "port"> | null, kept?: Kept): Promise<Postgres> {
  const bin = postgresBinaries()
  const folder = kept ? ownedByOther(kept.folder) : folderOfOther("fadu-pg-")
  const data = join(folder, "data")
  const run = (command: string, args: readonly string[]) => {
    const [program, all] = asOther(join(bin, command), args)
    execFileSync(program, all, { stdio: "pipe", cwd: folder })
  }
  if (primary)
    run("pg_basebackup", [
      ...["-h", "127.0.0.1", "-p", String(primary.port), "-U", "fadu", "-D", data],
      ...["-R", "-X", "stream", "-c", "fast", "--no-sync"],
    ])
  else if (!existsSync(data))
    run("initdb", [
      ...["-D", data, "-U", "fadu", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
    ])
  const port = await freePort()
  let server: ChildProcess
  let ended: Promise<unknown> = Promise.resolve()
  const start = async () => {
    const options = ["-D", data, "-p", String(port), "-k", "", "-c", "listen_addresses=127.0.0.1"]
    const settings = Object.entries({ fsync: "off", ...kept?.settings }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ])
    const [program, all] = asOther(join(bin, "postgres"), [...options, ...settings])
    server = spawn(program, all, { stdio: "ignore", cwd: folder })
    ended = new Promise((done) => server.once("exit", done))
    for (let attempt = 0; ; attempt += 1) {
      try {
        run("pg_isready", ["-h", "127.0.0.1", "-p", String(port), "-q"])
        return
      } catch (error) {
        if (attempt > 100) throw error
        await new Promise((done) => setTimeout(done, 100))
      }
    }
  }
  const signal = (name: NodeJS.Signals) => {
    const first = Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0])
    for (const pid of family(first)) process.kill(pid, name)
    // runuser stops itself with what it runs.
    if (name === "SIGCONT") server.kill("SIGCONT")
  }
  await start()
  return {
    port,
    start,
    url: (database) => `postgres://fadu@127.0.0.1:${port}/${database}`,
    kill: async () => {
      signal("SIGKILL")
      await ended
    },
    freeze: (still) => signal(still ? "SIGSTOP" : "SIGCONT"),
    stop: async () => {
      if (existsSync(join(data, "postmaster.pid")))
        run("pg_ctl", ["-D", data, "-m", kept ? "fast" : "immediate", "stop"])
      await ended
      if (!kept) rmSync(folder, { recursive: true, force: true })
    },
  }
}
