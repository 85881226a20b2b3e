import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { ShownFinding } from "@/components/review/report"

const order = { error: 0, warning: 1, notice: 2 } as const
const tones = { error: "text-bad", warning: "text-warn", notice: "text-ink-2" } as const

/** What a person should look at in the report, the gravest first; each with its place in the text. */
export function FindingList({ locale, findings }: { locale: Locale; findings: readonly ShownFinding[] }) {
  const t = translate(locale, "ui")
  const status = translate(locale, "status")
  if (findings.length === 0) return <p className="text-sm text-ink-2">{t("report.noFindings")}</p>
  const sorted = [...findings].sort(
    (a, b) => order[a.severity] - order[b.severity] || (a.start ?? 0) - (b.start ?? 0),
  )
  return (
    <details open className="sheet mb-2">
      <summary className="cursor-pointer font-semibold">
        {t("report.findings", { count: findings.length })}
      </summary>
      <ul className="mt-2 divide-y divide-line text-sm">
        {sorted.map((finding) => (
          <li key={finding.id} className="py-2">
            <strong className={tones[finding.severity]}>
              {status(`severity.${finding.severity}`)} · {status(`check.${finding.check}`)}
            </strong>
            <p>{finding.message}</p>
            {finding.original === null ? null : (
              <div className="my-2 grid gap-2 sm:grid-cols-2">
                <SideBySide label={t("report.copyHere")} text={finding.quote ?? ""} />
                <SideBySide label={t("report.copyThere")} text={finding.original} />
              </div>
            )}
            {finding.start === null ? null : <a href={`#p${finding.start}`}>{t("report.inText")}</a>}
          </li>
        ))}
      </ul>
    </details>
  )
}

const shownLength = 240

function SideBySide({ label, text }: { label: string; text: string }) {
  return (
    <figure className="border-l-2 border-line pl-2">
      <figcaption className="text-ink-2">{label}</figcaption>
      <blockquote>{text.length > shownLength ? `${text.slice(0, shownLength)}…` : text}</blockquote>
    </figure>
  )
}
