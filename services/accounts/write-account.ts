import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { z } from "zod"
import { townOf } from "@/catalogue/divisions"
import { roles } from "@/catalogue/role"
import type { Connection } from "@/db/connect"
import { accounts } from "@/db/schema/account"
import { checkPassword } from "@/services/accounts/check-password"
import { openAuth } from "@/services/accounts/open-auth"
import { isTaken, Problem } from "@/services/problem"

/** A person's account as it is asked for. A town officer has a town, nobody else has one. */
export const accountInput = z.object({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9_.]{3,30}$/, "username_not_valid"),
  name: z.string().trim().min(1, "name_missing").max(60, "name_missing"),
  role: z.enum(roles, "role_missing"),
  townCode: z.coerce.number().int().nullish(),
})
export type AccountInput = z.input<typeof accountInput>
export type NewAccount = {
  username: string
  name: string
  role: (typeof roles)[number]
  townCode: number | null
}

/** Throws Problem: username_not_valid, name_missing, role_missing, town_needed. */
export function parseAccount(raw: AccountInput): NewAccount {
  const parsed = accountInput.safeParse(raw)
  if (!parsed.success) {
    const codes = ["username_not_valid", "name_missing", "role_missing"] as const
    throw new Problem(codes.find((code) => code === parsed.error.issues[0]?.message) ?? "town_needed")
  }
  return { ...parsed.data, townCode: townFor(parsed.data.role, parsed.data.townCode) }
}

/** The town of an account: needed for a town officer, none for others. Throws Problem town_needed. */
export function townFor(role: string, townCode: number | null | undefined): number | null {
  if (role !== "town_officer") return null
  if (!townCode || !townOf(townCode)) throw new Problem("town_needed")
  return townCode
}

/** Creates an account within the account service's transaction; without a password nobody can sign in to it yet. Throws
 * Problem username_taken and those of `checkPassword`. Returns its id. */
export async function writeAccount(
  tx: Connection,
  account: NewAccount,
  password: { text: string; mustChange: boolean } | null,
): Promise<string> {
  if (password) checkPassword(password.text, account.username)
  const { internalAdapter } = await openAuth(tx).$context
  const email = `${randomUUID()}@accounts.invalid`
  const source = { method: "admin" } as const
  try {
    const known = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.username, account.username))
    if (known.length > 0) throw new Problem("username_taken")
    const user = await internalAdapter.createUser(
      { ...account, email, mustChange: password?.mustChange ?? false },
      source,
    )
    if (password) await writePassword(tx, user.id, password.text)
    return user.id
  } catch (error) {
    if (isTaken(error)) throw new Problem("username_taken")
    throw error
  }
}

/** Sets an account's password, whether it had one or not. The caller has checked it. */
export async function writePassword(tx: Connection, accountId: string, text: string): Promise<void> {
  const { internalAdapter, password } = await openAuth(tx).$context
  const hash = await password.hash(text)
  if (await internalAdapter.findCredentialAccount(accountId))
    await internalAdapter.updatePassword(accountId, hash)
  else
    await internalAdapter.linkAccount({
      ...{ userId: accountId, accountId, providerId: "credential", password: hash },
    })
}
