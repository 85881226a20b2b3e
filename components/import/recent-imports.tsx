import Link from "next/link"
import { formatDate } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

export type RecentImport = { id: string; createdAt: string; files: number; open: number; questions: number }

/** The newest imports, each with what is still to do in it. */
export function RecentImports({ locale, imports }: { locale: Locale; imports: readonly RecentImport[] }) {
  const t = translate(locale, "ui")
  if (imports.length === 0) return null
  return (
    <section className="mt-8" aria-labelledby="recent-imports">
      <h2 id="recent-imports" className="text-lg font-semibold">
        {t("import.recent")}
      </h2>
      <ul className="mt-2 ruled border-y border-line">
        {imports.map(({ id, createdAt, files, open, questions }) => (
          <li key={id} className="flex min-h-10 flex-wrap items-center gap-x-4 py-1">
            <Link href={`/import/${id}`}>{formatDate(createdAt.slice(0, 10), locale)}</Link>
            <span>{t("import.recentLine", { files })}</span>
            {open > 0 ? <span className="text-warn">{t("import.recentOpen", { count: open })}</span> : null}
            {questions > 0 ? (
              <span className="text-warn">{t("import.recentQuestions", { count: questions })}</span>
            ) : null}
            {open + questions === 0 ? <span className="text-ink-2">{t("import.recentDone")}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
