import type { ReactNode } from "react"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import { AssignFields } from "@/components/review/assign-fields"
import { excerpt } from "@/components/review/excerpt"
import { Key } from "@/components/review/key"
import type { FreeNumber, ReviewReport } from "@/components/review/report"

type Props = {
  locale: Locale
  number: FreeNumber
  report: ReviewReport
  actions: { dismiss: Action; assign: Action } | null
  metrics: ReactNode
  children?: ReactNode
}

/** A number of the text that no metric claims: to assign or to set aside. */
export function NumberCard({ locale, number, report, actions, metrics, children }: Props) {
  const t = translate(locale, "review")
  const { start, end, quote, isOpen } = number
  const fields = { town: report.town.code, year: report.year, start, end }
  return (
    <li
      className={`sheet border-l-4 !p-3 ${isOpen ? "border-l-warn" : "border-l-muted"}`}
      data-item={`n${start}`}
      data-state={isOpen ? "open" : "dismiss"}
      data-at={start}
      tabIndex={-1}
    >
      <p className="text-sm">
        <strong className="mr-2">{quote}</strong>
        <a href={`#p${start}`} className="text-ink-2">
          {excerpt(number)}
        </a>
      </p>
      {isOpen ? null : <p className="mt-1 text-sm text-ink-2">{t("dismissed")}</p>}
      <div className="mt-2 flex flex-wrap gap-2">
        {actions ? (
          <>
            <ActionForm action={actions.dismiss} fields={{ ...fields, action: isOpen ? "dismiss" : "undo" }}>
              <button type="submit" className="button !px-2 text-sm" data-key={isOpen ? "d" : "u"}>
                {t(isOpen ? "dismiss" : "undo")}
                <Key name={isOpen ? "d" : "u"} />
              </button>
            </ActionForm>
            {isOpen ? (
              <details className="open:w-full">
                <summary className="button list-none !px-2 text-sm" data-key="c">
                  {t("assign")}
                  <Key name="c" />
                </summary>
                <ActionForm action={actions.assign} fields={fields} className="mt-2 grid gap-2 text-sm">
                  <AssignFields locale={locale} metrics={metrics} />
                </ActionForm>
              </details>
            ) : null}
          </>
        ) : null}
        {children}
      </div>
    </li>
  )
}
