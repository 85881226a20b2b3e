import { eq, sql } from "drizzle-orm"
import { type Role, roles } from "@/catalogue/role"
import type { Connection } from "@/db/connect"
import { accounts, sessions } from "@/db/schema/account"
import { insertAudit } from "@/db/writes/insert-audit"
import { checkPassword } from "@/services/accounts/check-password"
import { townFor, writePassword } from "@/services/accounts/write-account"
import { asAccounts, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"

type Account = typeof accounts.$inferSelect

/** What an administrator may do to an account that is there. A new password is a first one: it has to be changed. */
export type AccountChange =
  | { change: "place"; role: string; townCode: number | null }
  | { change: "disable" | "enable" }
  | { change: "reset"; password: string }

/** Changes an account; whoever is signed in with it is signed out, unless it was only enabled. Throws Problem: not_found,
 * role_missing, town_needed, last_administrator, and those of `checkPassword`. */
export async function changeAccount(desk: Desk, id: string, change: AccountChange): Promise<void> {
  requireRight(desk, "accounts.manage")
  await asAccounts(desk, async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, id)).for("update")
    if (!account) throw new Problem("not_found")
    const { after, ...columns } = await columnsOf(tx, account, change)
    await tx
      .update(accounts)
      .set({ ...columns, updatedAt: sql`now()` })
      .where(eq(accounts.id, id))
    if (change.change !== "enable") await tx.delete(sessions).where(eq(sessions.userId, id))
    await insertAudit(tx, {
      ...{ action: `account.${change.change}`, countyCode: null, subject: `account:${account.username}` },
      before: { role: account.role, townCode: account.townCode, disabled: account.banned },
      after,
    })
  }).catch((error: unknown) => {
    throw isLastAdministrator(error) ? new Problem("last_administrator") : error
  })
}

async function columnsOf(tx: Connection, account: Account, change: AccountChange) {
  if (change.change === "place") {
    const role = roles.find((one) => one === change.role)
    if (!role) throw new Problem("role_missing")
    const place: { role: Role; townCode: number | null } = { role, townCode: townFor(role, change.townCode) }
    return { ...place, after: place }
  }
  if (change.change === "reset") {
    checkPassword(change.password, account.username)
    await writePassword(tx, account.id, change.password)
    await tx.execute(sql`delete from sign_in_failures where subject = ${`account:${account.username}`}`)
    return { mustChange: true, after: { mustChange: true } }
  }
  const banned = change.change === "disable"
  return { banned, after: { disabled: banned } }
}

/** The database itself keeps one administrator who can sign in, also where two take each other's role away at once. */
function isLastAdministrator(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes("the last administrator stays")) return true
  }
  return false
}
