import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import type { Database } from "@/db/connect"

/** The end of the audit log's chain: the number and hash of its last line. Written down elsewhere, it proves later that
 * nothing up to it was changed or removed. */
export type AuditHead = { id: number; hash: string }

/** What a check of the audit log found. `brokenAt` is the first line that does not follow from the one before it;
 * `headDiffers` means that lines at its end are gone or were added past the chain; `missing` are heads that were known
 * earlier and are not in it any more. */
export type AuditState = {
  lines: number
  head: AuditHead
  brokenAt: number | null
  headDiffers: boolean
  missing: readonly AuditHead[]
}

type Line = Record<(typeof hashed)[number], string | null> & { id: string; hash: string }

/** In the order in which they are hashed: the same as `audit_hash` in db/migrations/0004_guard.sql. */
const hashed = [
  ...(["previous_hash", "id", "at", "actor_id", "actor", "channel", "address"] as const),
  ...(["action", "county_code", "subject", "before", "after"] as const),
]
const batch = 5000

/** Follows the chain from its first line to its last, as the owner of the database. `known` are heads from earlier. */
export async function checkAudit(owner: Database, known: readonly AuditHead[]): Promise<AuditState> {
  let brokenAt: number | null = null
  let last: AuditHead = { id: 0, hash: "" }
  let lines = 0
  const wanted = new Map(known.map((head) => [head.id, head.hash]))
  wanted.delete(0)
  for (let read = batch; read === batch; ) {
    const rows = await owner.execute<Line>(sql`
      select previous_hash, id::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as at, actor_id, actor,
        channel, address, action, county_code::text, subject, before::text, after::text, hash
      from audit_log where id > ${last.id} order by audit_log.id limit ${batch}`)
    for (const row of rows) {
      const follows = row.previous_hash === last.hash && row.hash === hashOf(row)
      last = { id: Number(row.id), hash: row.hash }
      if (!follows) brokenAt ??= last.id
      if (wanted.get(last.id) === last.hash) wanted.delete(last.id)
    }
    read = rows.length
    lines += read
  }
  const [head] = await owner.execute<AuditHead>(sql`select last_id::int as id, hash from audit_head`)
  const headDiffers = head?.id !== last.id || head.hash !== last.hash
  const missing = known.filter((one) => wanted.get(one.id) === one.hash)
  return { lines, head: last, brokenAt, headDiffers, missing }
}

function hashOf(line: Line): string {
  const part = (text: string | null) => (text === null ? "-" : `${Buffer.byteLength(text)}:${text}`)
  return createHash("sha256")
    .update(hashed.map((name) => part(line[name])).join(""))
    .digest("hex")
}
