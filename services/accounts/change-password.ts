import { and, eq, ne, sql } from "drizzle-orm"
import { accounts, sessions } from "@/db/schema/account"
import { insertAudit } from "@/db/writes/insert-audit"
import { checkPassword } from "@/services/accounts/check-password"
import { openAuth } from "@/services/accounts/open-auth"
import { countTry, forgive } from "@/services/accounts/slow-down"
import { writePassword } from "@/services/accounts/write-account"
import { asAccounts, type Desk } from "@/services/desk"
import { Problem } from "@/services/problem"

/** A person changes their own password; their other sessions end. Throws Problem: password_wrong for the old one,
 * sign_in_waits after too many, password_same, and those of `checkPassword`. */
export async function changePassword(
  desk: Desk,
  sessionId: string,
  input: { old: string; fresh: string },
): Promise<void> {
  const { actor } = desk
  const account = await asAccounts(desk, async (tx) => {
    const [row] = await tx.select().from(accounts).where(eq(accounts.id, actor.id))
    const credential = await (await openAuth(tx).$context).internalAdapter.findCredentialAccount(actor.id)
    return row && { ...row, hash: credential?.password ?? "" }
  })
  if (!account) throw new Problem("signed_out")
  checkPassword(input.fresh, account.username)
  if (input.fresh === input.old) throw new Problem("password_same")
  const { wait } = await countTry(desk, account.username)
  if (wait > 0) throw new Problem("sign_in_waits", String(wait))
  await asAccounts(desk, async (tx) => {
    const { password } = await openAuth(tx).$context
    if (!(await password.verify({ hash: account.hash, password: input.old })))
      throw new Problem("password_wrong")
    await writePassword(tx, actor.id, input.fresh)
    await tx
      .update(accounts)
      .set({ mustChange: false, updatedAt: sql`now()` })
      .where(eq(accounts.id, actor.id))
    await tx.delete(sessions).where(and(eq(sessions.userId, actor.id), ne(sessions.id, sessionId)))
    await insertAudit(tx, {
      ...{ action: "account.password", countyCode: null, subject: `account:${account.username}` },
    })
  })
  await forgive(desk, account.username)
}
