import { randomUUID } from "node:crypto"
import { countOpenItems } from "@/db/reads/list-imports"
import { asActor, type Desk } from "@/services/desk"
import { isDatabaseAway } from "@/services/problem"
import { readNextFile } from "@/services/read-next-file"
import { ofProcess } from "@/services/wake-imports"

/** How soon to look again: for files that another process holds, and, with other processes about, for their new ones. */
const soonMs = 3000
const laterMs = 30_000

/** Starts to read the files of all imports, one after another, in this process; it goes on with what an earlier process
 * left. `shared` says that other processes use the database too. Calling it again does nothing. */
export function startImports(open: () => Desk, shared: boolean): void {
  if (ofProcess.faduImports) return
  const name = randomUUID()
  let timer: NodeJS.Timeout | undefined
  let running = false
  let asked = false

  const look = (afterMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void run(), afterMs)
    timer.unref()
  }

  async function run() {
    asked = true
    if (running) return
    running = true
    try {
      while (asked) {
        asked = false
        while (await readNextFile(open(), name)) asked = false
      }
      if ((await asActor(open(), (tx) => countOpenItems(tx, null))) > 0) look(soonMs)
      else if (shared) look(laterMs)
    } catch (error) {
      if (!isDatabaseAway(error)) console.error("import:", error)
      look(soonMs)
    } finally {
      running = false
    }
  }

  ofProcess.faduImports = { wake: () => look(0) }
  look(0)
}
