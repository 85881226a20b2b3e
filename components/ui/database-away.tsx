import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

/** What stands in a page's place while the database cannot be reached: what was kept, and what to do. */
export function DatabaseAway({ locale }: { locale: Locale }) {
  const t = translate(locale, "ui")
  return (
    <section role="alert" className="sheet mx-auto my-8 max-w-2xl">
      <h1 className="text-xl font-semibold">{t("away.title")}</h1>
      <p className="mt-2">{t("away.kept")}</p>
      <p className="mt-2">{t("away.check")}</p>
      <pre className="mt-2 overflow-x-auto rounded bg-wash p-3 text-sm">npm run --silent fadu -- check</pre>
      {/* biome-ignore lint/a11y/useValidAnchor: the very address that was asked for, with all that it says */}
      <a className="button mt-4" href="">
        {t("away.retry")}
      </a>
    </section>
  )
}
