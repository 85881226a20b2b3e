import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { insertAudit } from "@/db/writes/insert-audit"
import { checkPassword } from "@/services/accounts/check-password"
import {
  type AccountInput,
  parseAccount,
  writeAccount,
  writePassword,
} from "@/services/accounts/write-account"
import { identifierOf, writeLink } from "@/services/accounts/write-link"
import { asAccounts, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"

/** What a link is for: making the first administrator, or choosing the password of an account. */
export type LinkPurpose = { purpose: "first" } | { purpose: "password"; username: string; name: string }

/** For an office that locked itself out: makes an account (unless there is one of that name) and a link by which its
 * person chooses a password. Throws Problem: not_found where `create` is null, else as `writeAccount` does. */
export async function linkForAccount(
  desk: Desk,
  username: string,
  create: AccountInput | null,
): Promise<string> {
  requireRight(desk, "accounts.manage")
  return asAccounts(desk, async (tx) => {
    const account = create && parseAccount(create)
    if (account) await writeAccount(tx, account, null)
    const [row] = await tx.execute<{ id: string }>(sql`
      update accounts set banned = false, updated_at = now() where username = ${username.toLowerCase()} returning id`)
    if (!row) throw new Problem("not_found")
    await tx.execute(sql`delete from sessions where user_id = ${row.id}`)
    await tx.execute(sql`delete from sign_in_failures where subject = ${`account:${username.toLowerCase()}`}`)
    const token = await writeLink(tx, `account:${row.id}`)
    await insertAudit(tx, {
      ...{ action: account ? "account.create" : "account.link", countyCode: null },
      ...{ subject: `account:${username.toLowerCase()}`, after: account },
    })
    return token
  })
}

type Linked = { value: string; id: string | null; username: string | null; name: string | null }

/** What a link is for, without using it. Throws Problem link_not_valid. */
export async function readLink(desk: Desk, token: string): Promise<LinkPurpose> {
  const link = await asAccounts(desk, (tx) => findLink(tx, token))
  if (!link.username) return { purpose: "first" }
  return { purpose: "password", username: link.username, name: link.name ?? "" }
}

async function findLink(tx: Connection, token: string): Promise<Linked> {
  const [link] = await tx.execute<Linked>(sql`
    select v.value, a.id, a.username, a.name from verifications v
    left join accounts a on v.value = 'account:' || a.id
    where v.identifier = ${identifierOf(token)} and v.expires_at > now() and (v.value = 'first') = (a.id is null)`)
  if (!link) throw new Problem("link_not_valid")
  return link
}

/** Takes a link away; of several who use it at once only one gets it. */
async function takeLink(tx: Connection, token: string): Promise<Linked> {
  const link = await findLink(tx, token)
  const taken = await tx.execute(
    sql`delete from verifications where identifier = ${identifierOf(token)} returning id`,
  )
  if (taken.length === 0) throw new Problem("link_not_valid")
  return link
}

type Person = { username: string; name: string; password: string }

/** Makes the first administrator by the first link, and with it, if asked, the first reviewer, who has to change the
 * password given here. Throws Problem: link_not_valid, and as `createAccount` does; the link stays until it worked. */
export async function redeemFirstLink(
  desk: Desk,
  token: string,
  input: { administrator: Person; reviewer: Person | null },
): Promise<void> {
  const people = [
    { ...input.administrator, role: "administrator" as const, mustChange: false },
    ...(input.reviewer ? [{ ...input.reviewer, role: "reviewer" as const, mustChange: true }] : []),
  ]
  await asAccounts(desk, async (tx) => {
    const link = await takeLink(tx, token)
    if (link.value !== "first" || (await tx.execute(sql`select from accounts limit 1`)).length > 0)
      throw new Problem("link_not_valid")
    for (const { password, mustChange, ...person } of people) {
      const account = parseAccount(person)
      await writeAccount(tx, account, { text: password, mustChange })
      await insertAudit(tx, {
        ...{
          action: "account.create",
          countyCode: null,
          subject: `account:${account.username}`,
          after: account,
        },
      })
    }
  })
}

/** Chooses an account's password by its link. Throws Problem: link_not_valid, and those of `checkPassword`. */
export async function redeemPasswordLink(desk: Desk, token: string, password: string): Promise<void> {
  await asAccounts(desk, async (tx) => {
    const { id, username } = await takeLink(tx, token)
    if (!id || !username) throw new Problem("link_not_valid")
    checkPassword(password, username)
    await writePassword(tx, id, password)
    await tx.execute(sql`update accounts set must_change = false, updated_at = now() where id = ${id}`)
    await insertAudit(tx, { action: "account.password", countyCode: null, subject: `account:${username}` })
  })
}
