import { type ChildProcess, fork } from "node:child_process"
import { createRequire } from "node:module"
import { join, resolve } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { answers, readOwner } from "@/db/embedded/owner"

/** An embedded database that is up: where it listens, and how to let go of it. `close` ends the process only if this
 * caller started it; a database that was already running stays. */
export type OpenEmbedded = { socket: string; close(): Promise<void> }

type State = { state: "ready" | "held"; pid: number; socket: string }

const startMs = 60_000
const pauseMs = 500

/**
 * The embedded database of a data folder: the running one if a process already holds the folder, else a new process
 * of its own, so that a long query never stalls a page. If that process dies, it is started again. Throws an Error if
 * the folder is held by a process that does not answer, or if the new process does not come up within a minute.
 */
export async function openEmbedded(folder: string): Promise<OpenEmbedded> {
  const owner = readOwner(folder)
  if (owner && (await answers(owner))) return { socket: owner.socket, close: async () => {} }

  let closing = false
  let { child, state } = await start(folder)
  if (state.state === "held") {
    await waitForAnswer(folder, state.pid)
    return { socket: state.socket, close: async () => {} }
  }
  const watch = () => {
    child.once("exit", async () => {
      while (!closing) {
        await new Promise((done) => setTimeout(done, pauseMs))
        const again = await start(folder).catch(() => null)
        if (!again) continue
        ;({ child, state } = again)
        if (closing) child.disconnect()
        else watch()
        return
      }
    })
  }
  watch()
  const close = async () => {
    closing = true
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = new Promise<void>((done) => child.once("exit", () => done()))
    if (child.connected) child.disconnect()
    await exited
  }
  return { socket: state.socket, close }
}

/** The file of that process, and what Node needs to read it: as it was built where FADU_PROCESSES says so, else the source. */
function programOf(): [string, ...string[]] {
  const built = process.env.FADU_PROCESSES
  if (built) return [join(built, "database.mjs")]
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href
  return [fileURLToPath(new URL("server.ts", import.meta.url)), "--import", loader]
}

/** Forks the process that owns the folder and waits for its word. Throws if it ends or stays silent instead. */
async function start(folder: string): Promise<{ child: ChildProcess; state: State }> {
  const [program, ...execArgv] = programOf()
  const child = fork(program, [resolve(folder)], {
    execArgv,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  const state = await new Promise<State>((done, fail) => {
    const timer = setTimeout(() => {
      child.kill()
      fail(new Error("the embedded database did not start within a minute"))
    }, startMs)
    child.once("message", (message) => {
      clearTimeout(timer)
      done(message as State)
    })
    child.once("exit", (code) => {
      clearTimeout(timer)
      fail(new Error(`the embedded database stopped at its start (${code})`))
    })
  })
  return { child, state }
}

async function waitForAnswer(folder: string, pid: number) {
  const until = Date.now() + startMs
  while (Date.now() < until) {
    const owner = readOwner(folder)
    if (owner && (await answers(owner))) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`the data folder ${folder} is held by process ${pid}, which does not answer`)
}
