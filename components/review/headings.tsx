import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { Section } from "@/extraction/report"

type Props = { locale: Locale; text: string; sections: readonly Section[] }

/** The headings of a report's text, to jump by. */
export function Headings({ locale, text, sections }: Props) {
  const t = translate(locale, "review")
  const shown = sections.flatMap(({ heading, level, start }) => {
    const words = heading?.trim()
    if (!words || level > 2) return []
    const at = text.indexOf(words, start)
    return at < 0 ? [] : [{ words, level, at: text.lastIndexOf("\n", at) + 1 }]
  })
  if (shown.length < 2) return null
  return (
    <details className="no-print mb-2 text-sm">
      <summary className="min-h-10 cursor-pointer py-2">{t("headings")}</summary>
      <ul>
        {shown.map(({ words, level, at }) => (
          <li key={at} className={level > 1 ? "ml-4" : ""}>
            <a href={`#h${at}`} className="inline-flex min-h-8 items-center text-ink-2">
              {words.length > 32 ? `${words.slice(0, 32)}…` : words}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
