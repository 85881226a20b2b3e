import { existsSync, mkdirSync, rmSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { dumpEmbedded } from "@/db/embedded/dump"
import { createGate } from "@/db/embedded/gate"
import { claim, release } from "@/db/embedded/owner"

// The process that owns the embedded database of one data folder: tsx db/embedded/server.ts FOLDER
// It tells its parent "ready" or "held" over the IPC channel and ends when the parent does.
const folder = process.argv[2]
if (!folder) process.exit(2)

const tell = (message: { state: "ready" | "held"; pid: number; socket: string }) => process.send?.(message)

const claimed = claim(folder)
if ("heldBy" in claimed) {
  tell({ state: "held", ...claimed.heldBy })
  process.exit(0)
}
const { socket } = claimed.claimed
process.on("exit", () => release(folder))

const engine = await PGlite.create(join(folder, "database"))
// As on a server: db/connect.ts.
await engine.exec("set plan_cache_mode = force_generic_plan")
let changes = 0
/** How the driver begins the statement by which figures are published. */
const publishing = Buffer.from('insert into "publications"')
const gate = createGate(engine, (message) => {
  changes += 1
  if (message.includes(publishing)) dumpSoon()
})
if (process.platform !== "win32") {
  mkdirSync(dirname(socket), { recursive: true, mode: 0o700 })
  // In a shared temporary folder somebody else may have made it first, to stand between us and our clients.
  const { uid, mode } = statSync(dirname(socket))
  if (uid !== process.getuid?.() || (mode & 0o077) !== 0)
    throw new Error(`${dirname(socket)} is not ours alone`)
  if (existsSync(socket)) rmSync(socket)
}
gate.listen(socket, () => tell({ state: "ready", pid: process.pid, socket }))

const minutes = Number(process.env.FADU_DUMP_MINUTES ?? 60)
const secondsAfterPublishing = Number(process.env.FADU_DUMP_SECONDS ?? 20)
let dumpedAt = 0
async function dump() {
  if (changes === dumpedAt) return
  dumpedAt = changes
  await dumpEmbedded(engine, join(folder ?? "", "backups")).catch((error: Error) =>
    console.error(`backup failed: ${error.message}`),
  )
}
const timer = setInterval(dump, minutes * 60_000)

/** The engine never waits for the disk: what was published is dumped as soon as nothing more follows it. */
let soon: NodeJS.Timeout | undefined
function dumpSoon() {
  clearTimeout(soon)
  soon = setTimeout(dump, secondsAfterPublishing * 1000)
}

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  clearInterval(timer)
  clearTimeout(soon)
  gate.close()
  await engine.close().catch(() => {})
  process.exit(0)
}
process.on("SIGTERM", stop)
process.on("SIGINT", stop)
process.on("disconnect", stop)
