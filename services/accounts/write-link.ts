import { createHash, randomBytes } from "node:crypto"
import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { asAccounts, type Desk } from "@/services/desk"

const validFor = sql`interval '24 hours'`

/** What is stored of a link's token. */
export const identifierOf = (token: string) => `link:${createHash("sha256").update(token).digest("hex")}`

/** Stores a new link, by its hash only; an earlier one for the same goes. Returns the token for its address. */
export async function writeLink(tx: Connection, value: string): Promise<string> {
  const token = randomBytes(24).toString("base64url")
  await tx.execute(sql`delete from verifications where value = ${value}`)
  await tx.execute(sql`
    insert into verifications (id, identifier, value, expires_at)
    values (gen_random_uuid()::text, ${identifierOf(token)}, ${value}, now() + ${validFor})`)
  return token
}

/** The token of a link by which the first administrator is made; null once there is an account. Every start asks, so that
 * this file does without what accounts are made with. */
export async function firstLink(desk: Desk): Promise<string | null> {
  return asAccounts(desk, async (tx) => {
    const known = await tx.execute(sql`select from accounts limit 1`)
    return known.length > 0 ? null : writeLink(tx, "first")
  })
}
