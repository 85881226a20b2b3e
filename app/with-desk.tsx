import { connection } from "next/server"
import type { ReactNode } from "react"
import { readLocale } from "@/app/locale"
import type { Locale } from "@/catalogue/messages/messages"
import { DatabaseAway } from "@/components/ui/database-away"
import { type Desk, officeActor } from "@/services/desk"
import { isDatabaseAway } from "@/services/problem"
import { siteDatabase } from "@/services/site-database"

/** The desk of the person at the site. */
export function openDesk(): Desk {
  return { db: siteDatabase(process.env), actor: officeActor, now: new Date() }
}

/** Draws a page with a desk and the reader's language. While the database is away, the page says so instead. */
export async function withDesk(draw: (desk: Desk, locale: Locale) => Promise<ReactNode>): Promise<ReactNode> {
  await connection()
  const locale = await readLocale()
  try {
    return await draw(openDesk(), locale)
  } catch (error) {
    if (isDatabaseAway(error)) return <DatabaseAway locale={locale} />
    throw error
  }
}
