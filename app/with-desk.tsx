import { headers } from "next/headers"
import { notFound } from "next/navigation"
import { connection } from "next/server"
import type { ReactNode } from "react"
import { readLocale } from "@/app/locale"
import type { Locale } from "@/catalogue/messages/messages"
import { DatabaseAway } from "@/components/ui/database-away"
import { type Desk, officeActor } from "@/services/desk"
import { isDatabaseAway } from "@/services/problem"
import { siteDatabase } from "@/services/site-database"

/** Names by which a browser at this machine calls the site. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

/** The desk of the person at the site. While there are no accounts, a request by any name but this machine's own is not
 * answered: a foreign page whose name was made to point here would otherwise read and write as the office. */
export async function openDesk(): Promise<Desk> {
  if (!loopback.test((await headers()).get("host") ?? "")) notFound()
  return { db: siteDatabase(process.env), actor: officeActor, now: new Date() }
}

/** Draws a page with a desk and the reader's language. While the database is away, the page says so instead. */
export async function withDesk(draw: (desk: Desk, locale: Locale) => Promise<ReactNode>): Promise<ReactNode> {
  await connection()
  const locale = await readLocale()
  try {
    return await draw(await openDesk(), locale)
  } catch (error) {
    if (isDatabaseAway(error)) return <DatabaseAway locale={locale} />
    throw error
  }
}
