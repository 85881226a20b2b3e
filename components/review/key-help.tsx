import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

const keys = [
  ["J K ↓ ↑", "next"],
  ["N", "open"],
  ["A", "accept"],
  ["C", "correct"],
  ["R", "reject"],
  ["Q", "ask"],
  ["D", "dismiss"],
  ["U", "undo"],
  ["⇧A", "all"],
  ["P", "publish"],
  ["?", "help"],
] as const

/** What each key of the desk does; `?` shows it as well. */
export function KeyHelp({ locale }: { locale: Locale }) {
  const t = translate(locale, "review")
  return (
    <section aria-label={t("keysTitle")} className="no-print mt-6 hidden text-sm lg:block">
      <details className="group-data-help:hidden">
        <summary className="min-h-10 cursor-pointer py-2">{t("keys")} ?</summary>
        <KeyTable locale={locale} />
      </details>
      <div className="hidden group-data-help:block">
        <KeyTable locale={locale} />
      </div>
    </section>
  )
}

function KeyTable({ locale }: { locale: Locale }) {
  const t = translate(locale, "review")
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
      {keys.map(([key, name]) => (
        <div key={name} className="contents">
          <dt>
            <kbd className="rounded border border-line px-1">{key}</kbd>
          </dt>
          <dd>{t(`key.${name}`)}</dd>
        </div>
      ))}
    </dl>
  )
}
