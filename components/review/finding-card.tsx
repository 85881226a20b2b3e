import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import { Key } from "@/components/review/key"
import type { ReviewReport, ShownFinding } from "@/components/review/report"

type Props = {
  locale: Locale
  finding: ShownFinding
  report: ReviewReport
  judge: Action | null
  children?: ReactNode
}

const tones = { error: "text-bad", warning: "text-warn", notice: "text-ink-2" } as const

/** Something a person should look at: what it is, where, how it was judged, and the ways to judge. */
export function FindingCard({ locale, finding, report, judge, children }: Props) {
  const t = translate(locale, "review")
  const status = translate(locale, "status")
  const { id, state, start, original, quote, note, decidedBy } = finding
  return (
    <li
      className="sheet border-l-4 border-l-bad !p-3 data-[state=confirm]:border-l-muted data-[state=overrule]:border-l-muted"
      data-item={`f${id}`}
      data-state={state}
      data-at={start ?? undefined}
      tabIndex={-1}
    >
      <p className="text-sm">
        <strong className={tones[finding.severity]}>
          {status(`severity.${finding.severity}`)} · {status(`check.${finding.check}`)}
        </strong>
      </p>
      <p className="text-sm">{finding.message}</p>
      {original === null ? null : (
        <div className="my-2 grid gap-2 text-sm sm:grid-cols-2">
          <SideBySide label={t("copyHere")} text={quote ?? ""} />
          <SideBySide label={t("copyThere")} text={original} />
        </div>
      )}
      {start === null ? null : (
        <a href={`#p${start}`} className="text-sm">
          {t("inText")}
        </a>
      )}
      {state === "open" ? null : (
        <p className="mt-1 text-sm text-ink-2">
          <strong>{t(`findingState.${state}`)}</strong>
          {note ? ` · ${note}` : null}
          {decidedBy ? ` · ${decidedBy}` : null}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {judge ? <Judge {...{ locale, finding, report, judge }} /> : null}
        {children}
      </div>
    </li>
  )
}

function Judge({ locale, finding, report, judge }: Omit<Props, "children"> & { judge: Action }) {
  const t = translate(locale, "review")
  const { id, seen, state } = finding
  const fields = { town: report.town.code, year: report.year, finding: id, seen }
  if (state !== "open") {
    return (
      <ActionForm action={judge} fields={{ ...fields, action: "undo" }} className="no-print">
        <button type="submit" className="button !px-2 text-sm" data-key="u">
          {t("undo")}
          <Key name="u" />
        </button>
      </ActionForm>
    )
  }
  return (
    <>
      <ActionForm action={judge} fields={{ ...fields, action: "confirm" }}>
        <button type="submit" className="button !px-2 text-sm" data-key="a">
          {t("confirm")}
          <Key name="a" />
        </button>
      </ActionForm>
      <details className="open:w-full">
        <summary className="button list-none !px-2 text-sm" data-key="r">
          {t("overrule")}
          <Key name="r" />
        </summary>
        <ActionForm
          action={judge}
          fields={{ ...fields, action: "overrule" }}
          className="mt-2 grid gap-2 text-sm"
        >
          <label className="grid gap-1">
            {t("overruleNote")}
            <input className="field" name="note" required maxLength={2000} />
          </label>
          <button type="submit" className="button button-main">
            {t("overruleSave")}
          </button>
        </ActionForm>
      </details>
    </>
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
