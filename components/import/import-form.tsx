"use client"

import { useRef, useState } from "react"
import { fillWords } from "@/components/import/fill-words"
import { ImportQuestion } from "@/components/import/import-question"
import { ImportResult } from "@/components/import/import-result"
import type { UploadAnswer } from "@/components/import/upload-answer"

export type ImportWords = Readonly<Record<string, string>>
type Job = { key: string; file: File; answer: UploadAnswer | null }
type Props = { words: ImportWords; towns: readonly { code: number; name: string }[] }

const mostBytes = 20 * 1024 * 1024

async function send(
  file: File,
  words: ImportWords,
  answers: { town?: number; year?: number },
): Promise<UploadAnswer> {
  const form = new FormData()
  form.set("file", file)
  if (answers.town) form.set("town", String(answers.town))
  if (answers.year) form.set("year", String(answers.year))
  try {
    const response = await fetch("/import/upload", { method: "POST", body: form })
    return (await response.json()) as UploadAnswer
  } catch {
    return { outcome: "failed", reason: words.connection ?? "" }
  }
}

/** Chooses or drops files, sends them one after another, and shows what became of each; where the report does not say its
 * town or year, it asks and sends the same file again with the answer. */
export function ImportForm({ words, towns }: Props) {
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const [over, setOver] = useState(false)
  const count = useRef(0)
  const put = (job: Job) => setJobs((all) => all.map((other) => (other.key === job.key ? job : other)))

  async function begin(files: readonly File[]) {
    const fresh = files.map((file): Job => {
      count.current += 1
      return { key: `${count.current}`, file, answer: null }
    })
    setJobs((all) => [...fresh, ...all])
    for (const job of fresh) {
      const isTooLarge = job.file.size > mostBytes
      put({
        ...job,
        answer: isTooLarge
          ? { outcome: "failed", reason: words.tooLarge ?? "" }
          : await send(job.file, words, {}),
      })
    }
  }

  async function answer(job: Job, answers: { town?: number; year?: number }) {
    put({ ...job, answer: null })
    put({ ...job, answer: await send(job.file, words, answers) })
  }

  return (
    <>
      <label
        className={`mt-4 flex min-h-32 cursor-pointer flex-col items-center justify-center rounded border-2 border-dashed p-4 focus-within:border-accent ${over ? "border-accent bg-accent-wash" : "border-line bg-sheet"}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void begin([...event.dataTransfer.files])
        }}
      >
        <span className="button button-main">{words.choose}</span>
        <span className="mt-2 text-sm text-ink-2">{words.drop}</span>
        <input
          type="file"
          multiple
          accept=".txt,.html,.htm,text/plain,text/html"
          className="sr-only"
          onChange={(event) => {
            void begin([...(event.target.files ?? [])])
            event.target.value = ""
          }}
        />
      </label>
      <section aria-live="polite" className="mt-6">
        {jobs.length > 0 ? <h2 className="text-lg font-semibold">{words.result}</h2> : null}
        <ul className="mt-2 grid gap-2">
          {jobs.map((job) => (
            <li key={job.key} className="sheet">
              <p className="text-sm break-all text-ink-2">{job.file.name}</p>
              {job.answer === null ? <p>{words.busy}</p> : null}
              {job.answer?.outcome === "question" ? (
                <ImportQuestion
                  words={words}
                  towns={towns}
                  question={job.answer}
                  onAnswer={(answers) => answer(job, answers)}
                />
              ) : null}
              {job.answer && job.answer.outcome !== "question" ? (
                <ImportResult words={words} answer={job.answer} />
              ) : null}
              {job.answer?.outcome === "failed" ? (
                <p role="alert" className="text-bad">
                  {fillWords(words.failed, { reason: job.answer.reason })}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
