import { type ChildProcess, fork } from "node:child_process"
import { join } from "node:path"
import type { DrawnPage } from "@/documents/draw-page"
import type { ArchiveOutcome } from "@/documents/read-archive"
import type { ReadingContext } from "@/extraction/report"
import type { ReadFile } from "@/services/read-here"

/** What the reading process is asked, and what it answers. */
export type Question =
  | { kind: "file"; bytes: Uint8Array; context: ReadingContext }
  | { kind: "archive"; bytes: Uint8Array }
  | { kind: "page"; bytes: Uint8Array; page: number }
type Answers = { file: ReadFile; archive: ArchiveOutcome; page: DrawnPage }
export type Answer<Q extends Question = Question> = Answers[Q["kind"]]
export type Reply = { progress: true } | { answer: Answer }

/** How long a file may take: between two signs of life (a page), and in all. */
export const patience = { silentMs: 60_000, wholeMs: 15 * 60_000, idleMs: 60_000 }
/** The heap of the process in MB; all of its memory is watched by the process itself (reader-process.ts). */
const heapMb = 1024

/** How native code ends that a broken file led astray; a full heap ends by SIGABRT, our own limits by SIGKILL. */
const fallen = new Set<NodeJS.Signals>(["SIGSEGV", "SIGBUS", "SIGILL", "SIGFPE"])

let child: ChildProcess | null = null
let idle: NodeJS.Timeout | undefined
let queue: Promise<unknown> = Promise.resolve()

function start(): ChildProcess {
  const folder = process.cwd()
  const built = process.env.FADU_PROCESSES
  // Paths that the bundler of the site cannot follow: the process is no part of its bundle.
  const parts = built ? [built, "reader.mjs"] : [folder, "services", "reader-process.ts"]
  const script = parts.reduce((path, part) => join(path, part))
  const started = fork(script, [], {
    ...{ cwd: folder, serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] },
    execArgv: [`--max-old-space-size=${heapMb}`, ...(built ? [] : ["--import", "tsx"])],
    // No address or password of the database reaches the process that reads what others wrote.
    env: { PATH: process.env.PATH, NODE_ENV: "production" },
  })
  started.once("exit", () => {
    if (child === started) child = null
  })
  return started
}

/** An idle process is let go after a while, and never keeps a command at the terminal from ending. */
function rest(running: ChildProcess) {
  running.unref()
  running.channel?.unref()
  idle = setTimeout(() => running.disconnect(), patience.idleMs)
  idle.unref()
}

function ask(question: Question): Promise<Answer> {
  clearTimeout(idle)
  child ??= start()
  const running = child
  running.ref()
  running.channel?.ref()
  return new Promise((done) => {
    const giveUp = () => running.kill("SIGKILL")
    let silent = setTimeout(giveUp, patience.silentMs)
    const whole = setTimeout(giveUp, patience.wholeMs)
    const end = (answer: Answer) => {
      clearTimeout(silent)
      clearTimeout(whole)
      running.off("message", hear)
      running.off("exit", die)
      done(answer)
    }
    const die = (_: number | null, signal: NodeJS.Signals | null) => {
      end({ ok: false, refusal: signal && fallen.has(signal) ? "damaged" : "too_heavy" })
    }
    const hear = (reply: unknown) => {
      const said = reply as Reply
      if ("answer" in said) {
        rest(running)
        return end(said.answer)
      }
      clearTimeout(silent)
      silent = setTimeout(giveUp, patience.silentMs)
    }
    running.on("message", hear)
    running.once("exit", die)
    running.send(question, (error) => {
      if (error) giveUp()
    })
  })
}

/** Has a file or an archive read, or a page drawn, by the reading process, one after another. A process that is ended for taking too long or
 * too much memory refuses the file as too_heavy; one that falls over by itself met a damaged file. */
export function askReader<Q extends Question>(question: Q): Promise<Answer<Q>> {
  const asked = queue.then(() => ask(question))
  queue = asked
  return asked as Promise<Answer<Q>>
}
