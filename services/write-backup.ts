import { createHash } from "node:crypto"
import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { mkdir, open, rename, rm } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { copyOut } from "@/db/backup/copy-out"
import type { Database } from "@/db/connect"
import { migrationNames } from "@/db/migrate"

export type WrittenBackup = { path: string; rows: number; sha256: string }

/** Writes all that a database holds, as it stands at one moment, to one compressed file; people may go on working. The last
 * line carries the SHA-256 of the lines before it. The file has its name only once it is whole and on the disk. The same data
 * gives the same bytes. Call with the owner's database, at the newest schema. */
export async function writeBackup(owner: Database, file: string): Promise<WrittenBackup> {
  const path = resolve(file)
  const part = `${path}.part`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash("sha256")
  const zipped = createGzip()
  let lines = 0
  const put = async (line: string) => {
    if (!zipped.write(`${line}\n`)) await once(zipped, "drain")
  }
  const writing = pipeline(zipped, createWriteStream(part, { mode: 0o600 }))
  try {
    const copying = copyOut(owner, migrationNames(resolve("db/migrations")).at(-1) ?? "", async (line) => {
      hash.update(`${line}\n`)
      lines += 1
      await put(line)
    })
    await Promise.race([copying, writing.then(() => copying)])
    const sha256 = hash.digest("hex")
    await put(`end ${sha256}`)
    zipped.end()
    await writing
    const written = await open(part)
    await written.sync()
    await written.close()
    await rename(part, path)
    return { path, rows: lines - 1, sha256 }
  } catch (error) {
    zipped.destroy()
    await writing.catch(() => {})
    await rm(part, { force: true })
    throw error
  }
}
