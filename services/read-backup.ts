import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { resolve } from "node:path"
import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import type { BackupHead } from "@/db/backup/copy-out"
import { migrationNames } from "@/db/migrate"

/** Why a file is no backup that can be put back. */
export type BackupFaultCode = "missing" | "not_a_backup" | "damaged" | "cut_off" | "newer"

export class BackupFault extends Error {
  constructor(readonly code: BackupFaultCode) {
    super(code)
    this.name = "BackupFault"
  }
}

/** The lines of a compressed file, however long, without their breaks. Throws BackupFault damaged or missing. */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const stream: Readable = createReadStream(path)
  const unzipped = createGunzip()
  stream.on("error", (error) => unzipped.destroy(error))
  let rest: Buffer[] = []
  try {
    for await (const chunk of stream.pipe(unzipped) as AsyncIterable<Buffer>) {
      let from = 0
      for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
        yield Buffer.concat([...rest, chunk.subarray(from, at)])
        rest = []
        from = at + 1
      }
      if (from < chunk.length) rest.push(chunk.subarray(from))
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BackupFault(code === "ENOENT" ? "missing" : code === "Z_DATA_ERROR" ? "damaged" : "cut_off")
  }
  if (rest.length > 0) throw new BackupFault("cut_off")
}

function headOf(line: Buffer | undefined): BackupHead {
  try {
    const head = JSON.parse(String(line)) as BackupHead
    if (head.format === "fadu-backup" && head.version === 1 && Array.isArray(head.tables)) return head
  } catch {}
  throw new BackupFault("not_a_backup")
}

const tableOf = (line: Buffer) => line.subarray(0, Math.max(0, line.indexOf(" "))).toString()

/** Reads a backup from its first line to its last and holds it against its SHA-256. Throws BackupFault. */
export async function verifyBackup(
  path: string,
): Promise<{ head: BackupHead; rows: number; sha256: string }> {
  const hash = createHash("sha256")
  let head: BackupHead | null = null
  let tables: ReadonlySet<string> = new Set()
  let end: string | null = null
  let lines = 0
  for await (const line of linesOf(path)) {
    if (end !== null) throw new BackupFault("damaged")
    if (head === null) {
      head = headOf(line)
      tables = new Set(head.tables.map(({ name }) => name))
    }
    if (line.subarray(0, 4).toString() === "end ") {
      end = line.subarray(4).toString()
      continue
    }
    if (lines > 0 && !tables.has(tableOf(line))) throw new BackupFault("damaged")
    hash.update(line).update("\n")
    lines += 1
  }
  if (head === null) throw new BackupFault("not_a_backup")
  if (end === null) throw new BackupFault("cut_off")
  const sha256 = hash.digest("hex")
  if (sha256 !== end) throw new BackupFault("damaged")
  if (!migrationNames(resolve("db/migrations")).includes(head.schema)) throw new BackupFault("newer")
  return { head, rows: lines - 1, sha256 }
}

/** The rows of a backup in order, as JSON, each with its table. */
export async function* rowsOf(path: string): AsyncGenerator<{ table: string; row: string }> {
  let first = true
  for await (const line of linesOf(path)) {
    const table = tableOf(line)
    if (!first && table !== "end") yield { table, row: line.subarray(table.length + 1).toString() }
    first = false
  }
}
