import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"

const places = [
  ["/", "overview"],
  ["/explore", "explore"],
  ["/reports", "reports"],
  ["/import", "import"],
  ["/region", "region"],
] as const

/** The head of every page: product, the main places, the other language. */
export function SiteHeader({ locale, switchLocale }: { locale: Locale; switchLocale: () => Promise<void> }) {
  const t = translate(locale, "ui")
  return (
    <header className="border-b border-line bg-sheet">
      <a href="#content" className="sr-only focus:not-sr-only focus:absolute focus:bg-sheet focus:p-2">
        {t("skip")}
      </a>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2">
        <Link href="/" className="text-lg font-semibold text-ink no-underline">
          <span className="text-accent">{t("product")}</span>
          <span className="ml-2 hidden text-sm font-normal text-ink-2 lg:inline">{t("tagline")}</span>
        </Link>
        <nav
          aria-label={t("nav.label")}
          className="order-last -mx-2 flex w-full sm:order-none sm:mx-0 sm:w-auto sm:flex-1"
        >
          {places.map(([href, name]) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="flex min-h-10 items-center px-2 text-ink no-underline hover:text-accent sm:px-3"
            >
              {t(`nav.${name}`)}
            </Link>
          ))}
        </nav>
        <form action={switchLocale} className="ml-auto">
          <button
            type="submit"
            className="min-h-10 px-2 text-sm text-ink-2 hover:text-accent"
            aria-label={t("languageLabel")}
          >
            {t("language")}
          </button>
        </form>
      </div>
    </header>
  )
}
