import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { connection } from "next/server"
import type { ReactNode } from "react"
import { readLocale } from "@/app/locale"
import { deskFor, findThisVisitor, lookAtVisitor, requireOwnOrigin } from "@/app/visitor"
import type { Locale } from "@/catalogue/messages/messages"
import { may, type Right } from "@/catalogue/role"
import { DatabaseAway } from "@/components/ui/database-away"
import { NotAllowed } from "@/components/ui/not-allowed"
import type { Desk } from "@/services/desk"
import { isDatabaseAway, Problem } from "@/services/problem"

/** The desk for an action or a route: of this site's own pages only, and of a person who is signed in and has a password
 * of their own. `byItself` is for what a page does without the person: it does not count as a sign of life. Throws Problem:
 * not_allowed, signed_out, must_change. */
export async function openDesk(byItself = false): Promise<Desk> {
  await requireOwnOrigin()
  const visitor = await (byItself ? lookAtVisitor() : findThisVisitor())
  if (!visitor.session) throw new Problem("signed_out")
  if (visitor.session.mustChange) throw new Problem("must_change")
  return deskFor(visitor)
}

/** Draws a page for those who have the right, with their desk and language. Who is not signed in is asked to, who may not
 * see it is told so; while the database is away, the page says that. */
export async function withDesk(
  right: Right,
  draw: (desk: Desk, locale: Locale) => Promise<ReactNode>,
): Promise<ReactNode> {
  await connection()
  const locale = await readLocale()
  try {
    const visitor = await findThisVisitor()
    if (visitor.session?.mustChange) redirect("/account")
    const reads = right === "figures.read" && visitor.openReading
    if (!visitor.session && !reads) redirect(`/sign-in?to=${encodeURIComponent(await address())}`)
    if (!may(visitor.actor.role, right)) return <NotAllowed locale={locale} of={visitor.actor.role} />
    return await draw(await deskFor(visitor), locale)
  } catch (error) {
    if (isDatabaseAway(error)) return <DatabaseAway locale={locale} />
    if (error instanceof Problem && error.code === "not_allowed")
      return <NotAllowed locale={locale} of="public" />
    throw error
  }
}

/** The address of the page that is asked for, to come back to after signing in; the server's own process adds it. */
async function address(): Promise<string> {
  return (await headers()).get("x-fadu-path") ?? "/"
}
