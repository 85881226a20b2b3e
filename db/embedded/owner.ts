import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

/** Which process holds the embedded database of a data folder, and where it listens. */
export type Owner = { pid: number; socket: string; since: string }

const fileOf = (folder: string) => join(folder, "owner.json")

/** Where the database of a data folder listens: a socket in that folder, which only its user can enter; in the
 * system's temporary folder where the path is too long for a socket; a named pipe on Windows. */
export function socketOf(folder: string): string {
  const name = createHash("sha256").update(resolve(folder)).digest("hex").slice(0, 12)
  if (process.platform === "win32") return `\\\\.\\pipe\\fadu-${name}`
  const inside = join(resolve(folder), "run", ".s.PGSQL.5432")
  return Buffer.byteLength(inside) < 100
    ? inside
    : join(tmpdir(), `fadu-${process.getuid?.() ?? 0}-${name}`, ".s.PGSQL.5432")
}

export function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(fileOf(folder), "utf8")) as Owner
  } catch {
    return null
  }
}

/** True if a database answers at the owner's socket. */
export function answers(owner: Owner): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(owner.socket)
    const end = (answer: boolean) => {
      socket.destroy()
      done(answer)
    }
    socket.once("connect", () => end(true))
    socket.once("error", () => end(false))
  })
}

/** False too for one that was killed and that its parent has not buried yet, where the system shows it: in a container
 * that may take long. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const status = `/proc/${pid}/status`
    return !existsSync(status) || !/^State:\s*Z/m.test(readFileSync(status, "utf8"))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/**
 * Makes this process the owner of a data folder, or returns the one who is. The file is created exclusively; one left
 * by a process that is gone is moved aside by rename, which only one of several starters can do.
 */
export function claim(folder: string): { claimed: Owner } | { heldBy: Owner } {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const owner: Owner = { pid: process.pid, socket: socketOf(folder), since: new Date().toISOString() }
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(fileOf(folder), JSON.stringify(owner), { flag: "wx", mode: 0o600 })
      return { claimed: owner }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
    }
    const other = readOwner(folder)
    if (other && isRunning(other.pid)) return { heldBy: other }
    const aside = `${fileOf(folder)}.${process.pid}`
    try {
      renameSync(fileOf(folder), aside)
      rmSync(aside)
    } catch {
      // Another starter was faster: look again.
    }
  }
  throw new Error(`cannot claim ${fileOf(folder)}`)
}

/** Gives the folder up, if it is still ours. */
export function release(folder: string) {
  if (readOwner(folder)?.pid === process.pid) rmSync(fileOf(folder), { force: true })
}
