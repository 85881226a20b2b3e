import { createRequire } from "node:module"
import { Worker } from "node:worker_threads"
import { drawPage } from "@/documents/draw-page"
import { readArchive } from "@/documents/read-archive"
import type { Answer, Question, Reply } from "@/services/ask-reader"
import { readHere } from "@/services/read-here"

// The process that reads what others wrote, forked by ask-reader.ts. It holds no database and no secret; if a file makes
// it stall or swell it is ended, and that file is refused.
const mostMemory = 2 * 1024 * 1024 * 1024

// pdfjs asks for it; Node has it from 20.16 on.
process.getBuiltinModule ??= createRequire(import.meta.url) as never

// A loop that never ends cannot watch itself: a thread does.
const watch = `setInterval(() => process.memoryUsage.rss() > ${mostMemory} && process.kill(process.pid, "SIGKILL"), 100)`
new Worker(watch, { eval: true }).unref()

const say = (reply: Reply) => process.send?.(reply)

process.on("disconnect", () => process.exit(0))
process.on("message", async (message) => {
  const question = message as Question
  const progress = () => say({ progress: true })
  // What a reader did not foresee is refused like what it did: the file is damaged, the process goes on.
  const damaged = { ok: false, refusal: "damaged" } as const
  say({ answer: await answerOf(question, progress).catch(() => damaged) })
})

function answerOf(question: Question, progress: () => void): Promise<Answer> {
  if (question.kind === "archive") return readArchive(question.bytes)
  if (question.kind === "page") return drawPage(question.bytes, question.page)
  return readHere(question.bytes, question.context, progress)
}
