import { cookies, headers } from "next/headers"
import { cache } from "react"
import { findVisitor, type Visitor } from "@/services/accounts/find-visitor"
import { sessionCookie } from "@/services/accounts/session-cookie"
import type { OpenedSession } from "@/services/accounts/sign-in"
import { readConfig } from "@/services/config"
import type { Desk, Origin } from "@/services/desk"
import { Problem } from "@/services/problem"
import { siteDatabase } from "@/services/site-database"

/** The site's public address, where it has one. */
function siteAddress(): URL | null {
  const outcome = readConfig(process.env)
  return "config" in outcome ? outcome.config.address : null
}

/** Where a browser reaches this site: its public address, or the one that was asked. */
export async function ownAddress(): Promise<string> {
  return siteAddress()?.origin ?? `http://${(await headers()).get("host")}`
}

/** Refuses what another site's page sends. Browsers name the sender of every form and script that changes something. */
export async function requireOwnOrigin(): Promise<void> {
  const sent = await headers()
  const [origin, host] = [sent.get("origin"), sent.get("host")]
  const own = [`http://${host}`, `https://${host}`]
  if (origin !== null && !own.includes(origin)) throw new Problem("not_allowed", origin)
}

async function origin(): Promise<Origin> {
  return { channel: "web", address: (await headers()).get("x-fadu-from") }
}

const isSecure = () => siteAddress()?.protocol === "https:"
const cookieName = () => sessionCookie(isSecure())

const cookieOptions = () => ({ httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" }) as const

/** Puts a session into the browser; null takes it out. Only in actions and routes. */
export async function keepSession(opened: OpenedSession | null): Promise<void> {
  const jar = await cookies()
  if (opened) jar.set(cookieName(), opened.token, { ...cookieOptions(), maxAge: opened.seconds })
  else jar.set(cookieName(), "", { ...cookieOptions(), maxAge: 0 })
}

/** Who is at the site, without counting as something they did. */
export async function lookAtVisitor(): Promise<Visitor> {
  const token = (await cookies()).get(cookieName())?.value ?? null
  return findVisitor(siteDatabase(process.env), await origin(), token, true)
}

/** Who is at the site. Asked once a request, and noted as a sign of life. */
export const findThisVisitor = cache(async (): Promise<Visitor> => {
  const token = (await cookies()).get(cookieName())?.value ?? null
  return findVisitor(siteDatabase(process.env), await origin(), token)
})

/** The desk of a visitor, one for all that a page asks. */
export const deskFor = cache(
  async (visitor: Pick<Visitor, "actor">): Promise<Desk> => ({
    ...{ database: siteDatabase(process.env), actor: visitor.actor },
    ...{ from: await origin(), now: new Date() },
  }),
)
