import { sql } from "drizzle-orm"
import { insertAudit } from "@/db/writes/insert-audit"
import { asAccounts, type Desk } from "@/services/desk"
import { Problem } from "@/services/problem"

/** A session of the person's own: where it was opened and when it was last used. */
export type OwnSession = {
  id: string
  address: string | null
  userAgent: string | null
  createdAt: string
  lastSeenAt: string
}

/** The sessions of whoever is at the desk, the one used last first. */
export async function listSessions(desk: Desk): Promise<OwnSession[]> {
  return asAccounts(desk, (tx) =>
    tx.execute<OwnSession>(sql`
      select id, ip_address as address, user_agent as "userAgent", 
        to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
        to_char(last_seen_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeenAt"
      from sessions where user_id = ${desk.actor.id} and expires_at > now() order by last_seen_at desc`),
  )
}

/** Ends a session of one's own: this one (signing out) or another. Throws Problem not_found. */
export async function endSession(desk: Desk, id: string, isThis: boolean): Promise<void> {
  await asAccounts(desk, async (tx) => {
    const [ended] = await tx.execute<{ username: string }>(sql`
      delete from sessions s using accounts a
      where s.id = ${id} and s.user_id = ${desk.actor.id} and a.id = s.user_id returning a.username`)
    if (!ended) throw new Problem("not_found")
    const action = isThis ? "session.sign-out" : "session.revoke"
    await insertAudit(tx, { action, countyCode: null, subject: `account:${ended.username}` })
  })
}
