import { sql } from "drizzle-orm"
import type { Role } from "@/catalogue/role"
import type { Origin, SealedDatabase } from "@/db/as-actor"
import { insertAudit } from "@/db/writes/insert-audit"
import { type Actor, asAccounts, publicActor } from "@/services/desk"

/** Whoever is at the site: an actor, and for one who is signed in, the session and how long it may stay idle. */
export type Visitor = {
  actor: Actor
  openReading: boolean
  session: { id: string; mustChange: boolean; idleSeconds: number; secondsLeft: number } | null
}

type Row = {
  id: string
  account: string
  username: string
  name: string
  role: Role
  town: number | null
  mustChange: boolean
  valid: boolean
  wrote: string | null
  left: number
}

export const defaultIdleMinutes = 30

/** Finds the visitor by the session token of the browser, and, unless `look` only, notes that they are active. A session
 * that was idle for too long is ended. */
export function findVisitor(
  database: SealedDatabase,
  from: Origin,
  token: string | null,
  look = false,
): Promise<Visitor> {
  const desk = { database, from, actor: publicActor, now: new Date() }
  return asAccounts(desk, async (tx) => {
    const settings = await tx.execute<{ name: string; value: { on?: boolean; minutes?: number } }>(
      sql`select name, value from settings where name in ('open_reading', 'idle')`,
    )
    const setting = (name: string) => settings.find((row) => row.name === name)?.value
    const openReading = setting("open_reading")?.on === true
    const idleSeconds = (setting("idle")?.minutes ?? defaultIdleMinutes) * 60
    const [row] = token
      ? await tx.execute<Row>(sql`
          select s.id, a.id as account, a.username, a.name, a.role, a.town_code as town, a.must_change as "mustChange",
            s.log_position as wrote,
            not a.banned and s.expires_at > now() and s.last_seen_at > now() - make_interval(secs => ${idleSeconds}) as valid,
            least(extract(epoch from s.expires_at - now()),
              ${idleSeconds} - extract(epoch from now() - s.last_seen_at))::int as left
          from sessions s join accounts a on a.id = s.user_id where s.token = ${token}`)
      : []
    if (!row) return { actor: publicActor, openReading, session: null }
    if (!row.valid) {
      await tx.execute(sql`delete from sessions where id = ${row.id}`)
      await insertAudit(tx, {
        ...{ action: "session.expire", countyCode: null, subject: `account:${row.username}` },
      })
      return { actor: publicActor, openReading, session: null }
    }
    if (!look)
      await tx.execute(sql`
        update sessions set last_seen_at = now() where id = ${row.id} and last_seen_at < now() - interval '15 seconds'`)
    return {
      actor: { id: row.account, name: row.name, role: row.role, townCode: row.town, wrote: row.wrote },
      openReading,
      session: {
        ...{ id: row.id, mustChange: row.mustChange, idleSeconds },
        secondsLeft: look ? Math.max(row.left, 0) : idleSeconds,
      },
    }
  })
}
