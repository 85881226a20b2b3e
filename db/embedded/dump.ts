import { mkdir, open, readdir, rename, rm } from "node:fs/promises"
import { join } from "node:path"

const kept = 10

type Dumpable = { dumpDataDir(compression: "gzip"): Promise<Blob> }

/** Writes the whole embedded database to FOLDER/fadu-<time>.tar.gz, on the disk before it gets its name (the engine
 * itself never waits for the disk), and keeps the newest ten. Returns the file's path. */
export async function dumpEmbedded(engine: Dumpable, folder: string, now = new Date()): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const stamp = now.toISOString().replace(/[-:]/g, "").slice(0, 15)
  const path = join(folder, `fadu-${stamp}.tar.gz`)
  const file = await open(`${path}.part`, "w", 0o600)
  try {
    await file.writeFile(Buffer.from(await (await engine.dumpDataDir("gzip")).arrayBuffer()))
    await file.sync()
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
  const dumps = (await readdir(folder)).filter((name) => /^fadu-.*\.tar\.gz$/.test(name)).sort()
  for (const name of dumps.slice(0, -kept)) await rm(join(folder, name))
  return path
}
