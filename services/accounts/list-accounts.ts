import { sql } from "drizzle-orm"
import type { Role } from "@/catalogue/role"
import { asAccounts, type Desk, requireRight } from "@/services/desk"

/** An account as the administrator sees it: no password, no token. */
export type ListedAccount = {
  id: string
  username: string
  name: string
  role: Role
  townCode: number | null
  disabled: boolean
  mustChange: boolean
  /** Until it has a password, through a one-time link, nobody can sign in. */
  hasPassword: boolean
  lastSeen: string | null
}

/** All accounts, those that can sign in first. */
export async function listAccounts(desk: Desk): Promise<ListedAccount[]> {
  requireRight(desk, "accounts.manage")
  return asAccounts(desk, (tx) =>
    tx.execute<ListedAccount>(sql`
      select a.id, a.username, a.name, a.role, a.town_code as "townCode", a.banned as disabled,
        a.must_change as "mustChange",
        exists (select from credentials c where c.user_id = a.id and c.password is not null) as "hasPassword",
        (select to_char(max(s.last_seen_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from sessions s where s.user_id = a.id) as "lastSeen"
      from accounts a order by a.banned, a.role, a.username`),
  )
}
