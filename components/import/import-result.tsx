import Link from "next/link"
import { fillWords } from "@/components/import/fill-words"
import type { ImportWords } from "@/components/import/import-form"
import type { UploadAnswer } from "@/components/import/upload-answer"

type Props = { words: ImportWords; answer: Exclude<UploadAnswer, { outcome: "question" }> }

/** What became of a file that was stored or was known already, and the way to its report. */
export function ImportResult({ words, answer }: Props) {
  if (answer.outcome === "failed") return null
  const { town, year, version } = answer
  const counts: Record<string, number> =
    answer.outcome === "imported" ? { candidates: answer.candidates, findings: answer.findings } : {}
  const parts = { town: town.name, year, version, ...counts }
  const isVersion = answer.outcome === "imported" && !answer.counts
  const message =
    answer.outcome === "duplicate" ? words.duplicate : isVersion ? words.importedVersion : words.imported
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div>
        <p>{fillWords(message, parts)}</p>
        {answer.elsewhere ? (
          <p className="text-sm text-warn">{fillWords(words.otherCounty, { county: town.county })}</p>
        ) : null}
      </div>
      <Link
        className="button button-main"
        href={`/reports/${town.code}/${year}${isVersion ? `?version=${version}` : ""}`}
      >
        {words.review}
      </Link>
    </div>
  )
}
