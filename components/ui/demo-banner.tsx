import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

/** Says on every page that what is shown is invented, and how to be rid of it. */
export function DemoBanner({ locale, county }: { locale: Locale; county: string }) {
  const t = translate(locale, "ui")
  return (
    <p className="border-b border-line bg-warn-wash px-4 py-1 text-center text-sm text-ink">
      <strong className="mr-2 text-warn">{t("demo.mark")}</strong>
      {t("demo.words", { county })}
      <span className="no-print ml-2 hidden text-ink-2 md:inline">{t("demo.empty")}</span>
    </p>
  )
}
