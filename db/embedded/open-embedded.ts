import { fork } from "node:child_process"
import { createRequire } from "node:module"
import { resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { answers, readOwner } from "@/db/embedded/owner"

/** An embedded database that is up: where it listens, and how to let go of it. `close` ends the process only if this
 * caller started it; a database that was already running stays. */
export type OpenEmbedded = { socket: string; close(): Promise<void> }

const startMs = 60_000

/**
 * The embedded database of a data folder: the running one if a process already holds the folder, else a new process
 * of its own, so that a long query never stalls a page. Throws an Error if the folder is held by a process that does
 * not answer, or if the new process does not come up within a minute.
 */
export async function openEmbedded(folder: string): Promise<OpenEmbedded> {
  const owner = readOwner(folder)
  if (owner && (await answers(owner))) return { socket: owner.socket, close: async () => {} }

  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href
  const child = fork(new URL("server.ts", import.meta.url), [resolve(folder)], {
    execArgv: ["--import", loader],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })
  const exited = new Promise<void>((done) => child.once("exit", () => done()))
  const state = await new Promise<{ state: string; pid: number; socket: string }>((done, fail) => {
    const timer = setTimeout(
      () => fail(new Error("the embedded database did not start within a minute")),
      startMs,
    )
    child.once("message", (message) => {
      clearTimeout(timer)
      done(message as { state: string; pid: number; socket: string })
    })
    child.once("exit", (code) => fail(new Error(`the embedded database stopped at its start (${code})`)))
  })
  if (state.state === "ready") {
    const close = async () => {
      if (child.connected) child.disconnect()
      await exited
    }
    return { socket: state.socket, close }
  }
  await waitForAnswer(folder, state.pid)
  return { socket: state.socket, close: async () => {} }
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
