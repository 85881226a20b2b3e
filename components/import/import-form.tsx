"use client"

import { useRouter } from "next/navigation"
import { useState } from "react"
import { fillWords } from "@/components/import/fill-words"
import { filesOfDrop, filesOfInput, type NamedFile } from "@/components/import/list-files"

export type ImportWords = Readonly<Record<string, string>>

type Sending = { done: number; count: number }
type Sent = { job: string } | { reason: string }

async function send({ file, path }: NamedFile, job: string | null): Promise<Sent> {
  const form = new FormData()
  if (job) form.set("job", job)
  form.set("path", path)
  form.set("file", file)
  const headers = { accept: "application/json" }
  const response = await fetch("/import/upload", { method: "POST", body: form, headers })
  return (await response.json()) as Sent
}

/** Chooses or drops files, a folder or an archive, sends them one after another into one import, and goes to its page.
 * Without a script the form sends what was chosen in one piece. */
export function ImportForm({ words }: { words: ImportWords }) {
  const [over, setOver] = useState(false)
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const router = useRouter()

  async function begin(files: readonly NamedFile[]) {
    if (files.length === 0) return
    setProblem(null)
    let job: string | null = null
    for (const [index, file] of files.entries()) {
      setSending({ done: index + 1, count: files.length })
      const sent: Sent | null = await send(file, job).catch(() => null)
      if (sent && "job" in sent) {
        job = sent.job
        continue
      }
      setSending(null)
      setProblem(
        sent
          ? fillWords(words.failed, { reason: sent.reason })
          : fillWords(words.connection, { count: files.length - index }),
      )
      return
    }
    router.push(`/import/${job}`)
  }

  /** A chooser of folders is made when it is asked for: the page itself has one place for files. */
  function chooseFolder() {
    const input = document.createElement("input")
    input.type = "file"
    input.webkitdirectory = true
    input.onchange = () => void begin(filesOfInput(input))
    input.click()
  }

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping only adds to the buttons inside */}
      <div
        className={`needs-script mt-4 flex min-h-40 flex-col items-center justify-center gap-3 rounded border-2 border-dashed p-4 ${over ? "border-accent bg-accent-wash" : "border-line bg-sheet"}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void filesOfDrop(event.dataTransfer).then(begin)
        }}
      >
        <div className="flex flex-wrap justify-center gap-2">
          <label className="button button-main cursor-pointer focus-within:outline-2 focus-within:outline-accent">
            {words.choose}
            <input
              type="file"
              multiple
              className="sr-only"
              onChange={(event) => {
                const files = filesOfInput(event.target)
                event.target.value = ""
                void begin(files)
              }}
            />
          </label>
          <button type="button" className="button" onClick={chooseFolder}>
            {words.chooseFolder}
          </button>
        </div>
        <span className="text-sm text-ink-2">{words.drop}</span>
      </div>
      <div aria-live="polite" className="mt-2">
        {sending ? (
          <>
            <p>{fillWords(words.sending, sending)}</p>
            <progress className="progress mt-1" value={sending.done} max={sending.count} />
            <p className="text-sm text-ink-2">{words.stay}</p>
          </>
        ) : null}
        {problem ? (
          <p role="alert" className="text-bad">
            {problem}
          </p>
        ) : null}
      </div>
    </>
  )
}
