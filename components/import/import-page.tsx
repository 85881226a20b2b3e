import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type AskedQuestion, ImportQuestion } from "@/components/import/import-question"
import { RefreshWhile } from "@/components/import/refresh-while"
import type { Action } from "@/components/review/action-form"

/** A file of an import and what became of it, in words. `report` is the address of what was stored. */
export type ImportedItem = {
  ordinal: number
  fileName: string
  state: "waiting" | "reading" | "question" | "imported" | "duplicate" | "refused" | "unpacked"
  words: string | null
  elsewhere: string | null
  question: AskedQuestion | null
  report: string | null
}

export type ShownImport = {
  id: string
  items: readonly ImportedItem[]
  files: number
  open: number
  imported: number
  duplicates: number
  refused: number
  questions: number
}

type Props = {
  locale: Locale
  shown: ShownImport
  towns: readonly { code: number; name: string }[]
  answer: Action
}

/** What asks for a person stands first; then what is being read, then what was refused, then the rest. */
const orderOf = { question: 0, reading: 1, refused: 2, imported: 3, duplicate: 3, unpacked: 3, waiting: 4 }

/** An import, file by file: how far it is, what was found, what was refused and why, what is asked. */
export function ImportPage({ locale, shown, towns, answer }: Props) {
  const t = translate(locale, "ui")
  const { files, open, items, imported, duplicates, questions, refused } = shown
  const sorted = [...items].sort((a, b) => orderOf[a.state] - orderOf[b.state] || a.ordinal - b.ordinal)
  return (
    <>
      <RefreshWhile open={open > 0} />
      <h1 className="text-xl font-semibold" aria-live="polite">
        {open > 0 ? t("import.jobTitle", { files, done: files - open }) : t("import.jobDone", { files })}
      </h1>
      <progress
        className="progress mt-2"
        aria-label={t("import.progress")}
        value={files - open}
        max={Math.max(1, files)}
      />
      <p className="mt-2">{t("import.sum", { imported, duplicates, questions, refused })}</p>
      {open > 0 ? <p className="mt-1 text-sm text-ink-2">{t("import.survives")}</p> : null}
      <p className="mt-3 flex flex-wrap gap-2">
        <Link className="button" href="/import">
          {t("import.more")}
        </Link>
        {open > 0 ? (
          <noscript>
            <a className="button" href={`/import/${shown.id}`}>
              {t("import.reload")}
            </a>
          </noscript>
        ) : null}
      </p>
      <section className="mt-4">
        <ul>
          {sorted.map((item) => (
            <li
              key={item.ordinal}
              className={item.question ? "sheet mb-2" : "border-b border-line py-2"}
              data-state={item.state}
            >
              <p className="text-sm break-all text-ink-2">{item.fileName}</p>
              <ItemBody locale={locale} item={item} towns={towns} answer={answer} jobId={shown.id} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

type BodyProps = Omit<Props, "shown"> & { item: ImportedItem; jobId: string }

function ItemBody({ locale, item, towns, answer, jobId }: BodyProps) {
  const t = translate(locale, "ui")
  const { ordinal, state, words, elsewhere, question, report } = item
  if (question) {
    const fields = { job: jobId, ordinal }
    return (
      <ImportQuestion locale={locale} towns={towns} question={question} action={answer} fields={fields} />
    )
  }
  if (state === "waiting") return <p className="text-ink-2">{t("import.waiting")}</p>
  if (state === "reading") return <p>{t("import.reading")}</p>
  if (state === "refused") return <p className="text-bad">{words}</p>
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4">
      <div>
        <p>{words}</p>
        {elsewhere ? <p className="text-sm text-warn">{elsewhere}</p> : null}
      </div>
      {report ? (
        <Link className="inline-flex min-h-10 items-center" href={report}>
          {t("import.review")}
        </Link>
      ) : null}
    </div>
  )
}
