import { sql } from "drizzle-orm"
import type { Role } from "@/catalogue/role"
import type { Origin, SealedDatabase } from "@/db/as-actor"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { insertAudit } from "@/db/writes/insert-audit"
import { type Actor, asAccounts, publicActor, readAccounts } from "@/services/desk"

/** Whoever is at the site: an actor, and for one who is signed in, the session and how long it may stay idle. */
export type Visitor = {
  actor: Actor
  openReading: boolean
  session: { id: string; mustChange: boolean; idleSeconds: number; secondsLeft: number } | null
}

type Row = {
  open: boolean
  idleSeconds: number
  /** Null where no session has this token; then all that follows is null as well. */
  id: string | null
  account: string
  username: string
  name: string
  role: Role
  town: number | null
  mustChange: boolean
  valid: boolean
  wrote: string | null
  left: number
  /** Whether the last sign of life was noted a while ago. */
  noted: boolean
}

export const defaultIdleMinutes = 30

/** Finds the visitor by the session token of the browser, and, unless `look` only, notes that they are active. A session
 * that was idle for too long is ended. */
export async function findVisitor(
  database: SealedDatabase,
  from: Origin,
  token: string | null,
  look = false,
): Promise<Visitor> {
  const desk = { database, from, actor: publicActor, now: new Date() }
  const [row] = await readAccounts(desk, (tx) => ask<Row>(tx, sessionOf(token)))
  const openReading = row?.open ?? false
  if (!row?.id) return { actor: publicActor, openReading, session: null }
  const { id, idleSeconds } = row
  if (!row.valid) {
    await asAccounts(desk, (tx) => endSession(tx, id, row.username))
    return { actor: publicActor, openReading, session: null }
  }
  if (!look && !row.noted)
    await asAccounts(desk, (tx) => tx.execute(sql`update sessions set last_seen_at = now() where id = ${id}`))
  return {
    actor: { id: row.account, name: row.name, role: row.role, townCode: row.town, wrote: row.wrote },
    openReading,
    session: {
      ...{ id, mustChange: row.mustChange, idleSeconds },
      secondsLeft: look ? Math.max(row.left, 0) : idleSeconds,
    },
  }
}

const sessionOf = (token: string | null) => sql`
  select g.open, g.idle as "idleSeconds", s.id, a.id as account, a.username, a.name, a.role, a.town_code as town,
    a.must_change as "mustChange", s.log_position as wrote,
    not a.banned and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => g.idle) as valid,
    least(extract(epoch from s.expires_at - now()), g.idle - extract(epoch from now() - s.last_seen_at))::int as left,
    s.last_seen_at >= now() - interval '15 seconds' as noted
  from (select coalesce(bool_or(name = 'open_reading' and value->>'on' = 'true'), false) as open,
      coalesce(max((value->>'minutes')::int) filter (where name = 'idle'), ${defaultIdleMinutes}::int) * 60 as idle
    from settings where name in ('open_reading', 'idle')) g
  left join (sessions s join accounts a on a.id = s.user_id) on s.token = ${token}::text`

/** Of several requests that meet the same session, one ends it and says so. */
async function endSession(tx: Connection, id: string, username: string): Promise<void> {
  const ended = await tx.execute(sql`delete from sessions where id = ${id} returning id`)
  if (ended.length === 0) return
  await insertAudit(tx, { action: "session.expire", countyCode: null, subject: `account:${username}` })
}
