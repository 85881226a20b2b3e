import { DrizzleQueryError, sql } from "drizzle-orm"
import type { Database } from "@/db/connect"

/** How long a standby that failed is left alone; how long it may take to begin, and to answer all. */
const restMs = 5000
const beginMs = 1000
const answerMs = 5000

/** Until when a standby is left alone: what this process has met. Another one finds out for itself. */
const restsUntil = new WeakMap<Database, number>()

/** One of the standbys that did not fail a moment ago; undefined where there is none. */
export function chooseStandby(standbys: readonly Database[]): Database | undefined {
  const awake = standbys.filter((standby) => (restsUntil.get(standby) ?? 0) < Date.now())
  return awake[Math.floor(Math.random() * awake.length)]
}

/** A standby that is well, but may not serve this person now; one that does not answer. */
class Behind extends Error {}
class Silent extends Error {
  readonly code = "SILENT"
}

/**
 * Reads from a standby if it may serve whoever asks, which is found out before the read begins: its transaction shows all that
 * had come by then. `wrote` is where the server's log stood after the person's last write. Throws what went wrong; where that
 * was the standby's doing, it is left alone for some seconds.
 */
export function onStandby<T>(standby: Database, wrote: string | null, read: () => Promise<T>): Promise<T> {
  return new Promise<T>((done, fail) => {
    let given = true
    const giveUp = () => {
      given = false
      refuse(new Silent("the standby does not answer"))
    }
    let timer = setTimeout(giveUp, beginMs)
    const refuse = (error: unknown) => {
      clearTimeout(timer)
      if (isOfDatabase(error)) restsUntil.set(standby, Date.now() + restMs)
      fail(error)
    }
    const readIfReady = async () => {
      if (!(await mayServe(standby, wrote)) || !given) throw new Behind("the standby has not come so far")
      clearTimeout(timer)
      timer = setTimeout(giveUp, answerMs)
      return read()
    }
    readIfReady().then((result) => {
      clearTimeout(timer)
      done(result)
    }, refuse)
  })
}

/** Whether a standby is one still, is fed by its primary, shows what is half a minute old at most, and has come as far as the
 * person's last write. */
async function mayServe(standby: Database, wrote: string | null): Promise<boolean> {
  const [row] = await standby.execute<{ ready: boolean }>(sql`
    select pg_is_in_recovery() and exists (select from pg_stat_wal_receiver)
      and coalesce(pg_last_wal_replay_lsn() >= ${wrote}::text::pg_lsn, true)
      and coalesce(pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn()
        or clock_timestamp() - pg_last_xact_replay_timestamp() < interval '30 seconds', false) as ready`)
  return row?.ready ?? false
}

/** Whether the database failed, and not the work with what it found: codes of problems are in small letters. */
function isOfDatabase(error: unknown): boolean {
  if (error instanceof DrizzleQueryError) return true
  const { code } = error as { code?: unknown }
  return typeof code === "string" && code === code.toUpperCase()
}
