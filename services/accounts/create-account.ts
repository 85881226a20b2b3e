import { insertAudit } from "@/db/writes/insert-audit"
import { type AccountInput, parseAccount, writeAccount } from "@/services/accounts/write-account"
import { asAccounts, type Desk, requireRight } from "@/services/desk"

/** The administrator makes an account with a first password, which its person has to change. Throws Problem as
 * `parseAccount` and `writeAccount` do. */
export async function createAccount(desk: Desk, raw: AccountInput & { password: string }): Promise<void> {
  requireRight(desk, "accounts.manage")
  const account = parseAccount(raw)
  await asAccounts(desk, async (tx) => {
    await writeAccount(tx, account, { text: raw.password, mustChange: true })
    await insertAudit(tx, {
      ...{
        action: "account.create",
        countyCode: null,
        subject: `account:${account.username}`,
        after: account,
      },
    })
  })
}
