import type { Metadata } from "next"
import { headers } from "next/headers"
import type { ReactNode } from "react"
import "@/app/globals.css"
import { readLocale, switchLocale } from "@/app/locale"
import { readLook, switchElder, switchTheme } from "@/app/look"
import { installedCounty } from "@/app/parse-address"
import { signOutHere } from "@/app/session/actions"
import { deskFor, findThisVisitor } from "@/app/visitor"
import { messages } from "@/catalogue/messages/messages"
import { countyName } from "@/catalogue/place-name"
import { translate } from "@/catalogue/translate"
import { IdleGuard } from "@/components/account/idle-guard"
import { DemoBanner } from "@/components/ui/demo-banner"
import { SiteHeader } from "@/components/ui/site-header"
import { isDatabaseAway } from "@/services/problem"
import { viewDemonstration } from "@/services/view-demonstration"
import { countWaiting } from "@/services/view-questions"

export async function generateMetadata(): Promise<Metadata> {
  const t = translate(await readLocale(), "ui")
  return { title: { default: `${t("product")} · ${t("tagline")}`, template: `%s · ${t("product")}` } }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await readLocale()
  const t = translate(locale, "ui")
  const { visitor, demonstration, waiting } = await findFrame()
  const look = await readLook()
  const isBare = /^\/(present|embed)(?![^/?])/.test((await headers()).get("x-fadu-path") ?? "")
  const session = visitor?.session ?? null
  const person = visitor && session ? visitor.actor : null
  return (
    <html
      lang={locale === "zh" ? "zh-CN" : "en"}
      data-theme={look.theme}
      data-elder={look.isElder ? "" : undefined}
    >
      <body className="min-h-dvh font-sans text-base">
        {isBare ? (
          <main id="content">{children}</main>
        ) : (
          <>
            <SiteHeader
              {...{ locale, person, waiting, switchLocale, signOut: signOutHere }}
              openReading={visitor?.openReading ?? false}
              look={{ ...look, switchTheme, switchElder }}
            />
            {demonstration ? <DemoBanner locale={locale} county={countyName(demonstration, locale)} /> : null}
            <main id="content" className="mx-auto max-w-7xl px-4 py-6">
              {children}
            </main>
            <footer className="mx-auto max-w-7xl border-t border-line px-4 py-4 text-sm text-ink-2">
              <p>{t("footer.local")}</p>
              {process.env.DATABASE_URL ? null : <p>{t("footer.embedded")}</p>}
            </footer>
          </>
        )}
        {person && session ? (
          <IdleGuard
            key={person.id}
            words={messages[locale].account}
            person={person.id}
            idleSeconds={session.idleSeconds}
          />
        ) : null}
      </body>
    </html>
  )
}

/** Who is here, what waits for them, and whether the demonstration data is; nothing while the database is away, which the
 * page itself says. */
async function findFrame() {
  try {
    const visitor = await findThisVisitor()
    const desk = await deskFor(visitor)
    const waiting = visitor.session?.mustChange ? 0 : await countWaiting(desk, installedCounty())
    return { visitor, waiting, demonstration: await viewDemonstration(desk) }
  } catch (error) {
    if (isDatabaseAway(error)) return { visitor: null, waiting: 0, demonstration: null }
    throw error
  }
}
