import type { Metadata } from "next"
import { type ReactNode, Suspense } from "react"
import "@/app/globals.css"
import { readLocale, switchLocale } from "@/app/locale"
import { openDesk } from "@/app/with-desk"
import { countyOf } from "@/catalogue/divisions"
import { translate } from "@/catalogue/translate"
import { DemoBanner } from "@/components/ui/demo-banner"
import { SiteHeader } from "@/components/ui/site-header"
import { isDatabaseAway } from "@/services/problem"
import { viewDemonstration } from "@/services/view-demonstration"

export async function generateMetadata(): Promise<Metadata> {
  const t = translate(await readLocale(), "ui")
  return { title: { default: `${t("product")} · ${t("tagline")}`, template: `%s · ${t("product")}` } }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await readLocale()
  const t = translate(locale, "ui")
  return (
    <html lang={locale === "zh" ? "zh-CN" : "en"}>
      <body className="min-h-dvh font-sans text-base">
        <SiteHeader locale={locale} switchLocale={switchLocale} />
        <Suspense>
          <Demonstration />
        </Suspense>
        <main id="content" className="mx-auto max-w-7xl px-4 py-6">
          {children}
        </main>
        <footer className="mx-auto max-w-7xl border-t border-line px-4 py-4 text-sm text-ink-2">
          <p>{t("footer.local")}</p>
          {process.env.DATABASE_URL ? null : <p>{t("footer.embedded")}</p>}
        </footer>
      </body>
    </html>
  )
}

/** The banner of the demonstration data; nothing while the database is away, which the page itself says. */
async function Demonstration() {
  const locale = await readLocale()
  const demonstration = await viewDemonstration(await openDesk()).catch((error: unknown) => {
    if (isDatabaseAway(error)) return null
    throw error
  })
  if (!demonstration) return null
  return <DemoBanner locale={locale} county={countyOf(demonstration)?.name ?? ""} />
}
