import { type SQL, sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"

/** A line of the audit log as it is shown and exported; `before` and `after` are JSON as written. */
export type AuditRow = {
  id: number
  at: string
  actorId: string
  actor: string
  channel: string
  address: string | null
  action: string
  subject: string
  before: string | null
  after: string | null
  hash: string
}

/** What to look for: parts of the person's name and of the subject, an action or its first part, days of this
 * installation's time zone, both included; lines older than `below`. */
export type AuditQuery = {
  person: string | null
  action: string | null
  subject: string | null
  from: string | null
  to: string | null
  below: number | null
}

/** The newest lines that fit. */
export async function listAuditLines(tx: Connection, query: AuditQuery, limit: number): Promise<AuditRow[]> {
  return tx.execute<AuditRow>(sql`
    select id::int, to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at, actor_id as "actorId", actor,
      channel, address, action, subject, before::text, after::text, hash
    from audit_log where ${conditionOf(query)} order by id desc limit ${limit}`)
}

/** The actions that the log holds, for the list to choose from. */
export async function listActions(tx: Connection): Promise<string[]> {
  const rows = await tx.execute<{ action: string }>(
    sql`select distinct action from audit_log order by action`,
  )
  return rows.map(({ action }) => action)
}

function conditionOf({ person, action, subject, from, to, below }: AuditQuery): SQL {
  const parts = [sql`true`]
  if (person) parts.push(sql`(strpos(actor, ${person}) > 0 or strpos(subject, ${`account:${person}`}) > 0)`)
  if (action) parts.push(sql`action = ${action}`)
  if (subject) parts.push(sql`strpos(subject, ${subject}) > 0`)
  if (from) parts.push(sql`at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`)
  if (to) parts.push(sql`at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
  if (below) parts.push(sql`id < ${below}`)
  return sql.join(parts, sql` and `)
}
