import { isAPIError } from "better-auth/api"
import { eq, sql } from "drizzle-orm"
import { accounts, sessions } from "@/db/schema/account"
import { insertAudit } from "@/db/writes/insert-audit"
import { openAuth } from "@/services/accounts/open-auth"
import { countTry, forgive } from "@/services/accounts/slow-down"
import { asAccounts, type Desk } from "@/services/desk"
import { Problem } from "@/services/problem"

/** A session that was opened: the secret that the browser keeps, and whether a new password has to be chosen first. */
export type OpenedSession = { token: string; accountId: string; seconds: number; mustChange: boolean }

/** Signs in by user name and password. Throws Problem: sign_in_refused (unknown, wrong, or disabled: it does not say
 * which), sign_in_waits with the seconds to wait in its detail. Every try leaves a line in the audit log. */
export async function signIn(
  desk: Desk,
  input: { username: string; password: string; userAgent: string | null },
): Promise<OpenedSession> {
  const username = input.username.trim().toLowerCase()
  const { wait, next } = await countTry(desk, username)
  if (wait > 0) throw new Problem("sign_in_waits", String(wait))
  const opened = await asAccounts(desk, (tx) => open(tx, desk, username, input)).catch((error: unknown) => {
    if (isAPIError(error)) return null
    throw error
  })
  if (opened) {
    await forgive(desk, username)
    return opened
  }
  await asAccounts(desk, (tx) =>
    insertAudit(tx, {
      ...{ action: next > 0 ? "session.lock" : "session.refuse", countyCode: null },
      ...{ subject: `account:${username.slice(0, 64)}`, after: { reason: "refused", seconds: next } },
    }),
  )
  throw new Problem("sign_in_refused")
}

type Transaction = Parameters<Parameters<typeof asAccounts>[1]>[0]

async function open(
  tx: Transaction,
  desk: Desk,
  username: string,
  input: { password: string; userAgent: string | null },
): Promise<OpenedSession> {
  const { token, user } = await openAuth(tx).api.signInUsername({
    body: { username, password: input.password },
  })
  await tx.execute(sql`
    select set_config('fadu.actor', ${user.id}, true), set_config('fadu.name', ${user.name}, true)`)
  const ipAddress = desk.from.address
  const userAgent = input.userAgent?.slice(0, 300) ?? null
  const [session] = await tx
    .update(sessions)
    .set({ ipAddress, userAgent })
    .where(eq(sessions.token, token))
    .returning({ expiresAt: sessions.expiresAt })
  const [account] = await tx
    .select({ mustChange: accounts.mustChange })
    .from(accounts)
    .where(eq(accounts.id, user.id))
  await insertAudit(tx, { action: "session.sign-in", countyCode: null, subject: `account:${username}` })
  const seconds = Math.floor(((session?.expiresAt.getTime() ?? 0) - Date.now()) / 1000)
  return { token, accountId: user.id, seconds, mustChange: account?.mustChange ?? false }
}
