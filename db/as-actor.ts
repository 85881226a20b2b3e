import { DrizzleQueryError, sql } from "drizzle-orm"
import type { PgWithReplicas } from "drizzle-orm/pg-core"
import type { Role } from "@/catalogue/role"
import { ask } from "@/db/ask"
import { chooseStandby, onStandby } from "@/db/choose-standby"
import type { Connection, Database, SiteDatabase } from "@/db/connect"
import { isOfLost } from "@/db/guard-transactions"

/** Who acts. The terminal's office and the public are actors as well: see services/desk.ts. `wrote` is where the server's
 * log stood after the person's last write, where there are standbys. */
export type Actor = {
  id: string
  name: string
  role: Role | "public"
  townCode: number | null
  wrote?: string | null
}

/** Where a request comes from. */
export type Origin = { channel: "web" | "terminal"; address: string | null }

declare const sealed: unique symbol
/** A database that only `asActor` can open: nothing can be asked of it without saying who asks. */
export type SealedDatabase = { readonly [sealed]: true }

/** Closes a database, and the standbys that it may have, for all but `asActor` and `asReader`. */
export function seal(db: SiteDatabase): SealedDatabase {
  return db as unknown as SealedDatabase
}

/** What the transaction runs as: figures and settings, or the account tables. */
type As = "fadu_app" | "fadu_accounts"
type Who = { actor: Actor; from: Origin }
type Work<T> = (tx: Connection) => Promise<T>

/**
 * Runs work in one transaction in the name of an actor. Row-level security and the audit log go by what is set here, which
 * ends with the transaction. It is sent ahead of the work's first statement, which does not wait for its answer: should it
 * fail, the transaction has failed and answers nothing. Do not call it within itself: the inner one would wait for a connection
 * that the outer one may hold.
 */
export async function asActor<T>(
  database: SealedDatabase,
  who: Who,
  work: Work<T>,
  as: As = "fadu_app",
): Promise<T> {
  const { primary, standbys } = opened(database)
  const done = await transact(primary, work, as, beginWriting(who))
  if (standbys.length > 0 && as === "fadu_app" && who.actor.role !== "public") await noteWrite(primary, who)
  return done
}

/**
 * Runs work that only reads, in a read-only transaction of one moment: on a hot standby that has come as far as the person's
 * last write, else on the primary, as are accounts. Whatever goes wrong on a standby is asked of the primary once more, and what
 * lost its connection to the primary as well, so that nobody notices when one is lost or was quickly started anew.
 */
export async function asReader<T>(
  database: SealedDatabase,
  who: Who,
  work: Work<T>,
  as: As = "fadu_app",
): Promise<T> {
  const { primary, standbys } = opened(database)
  const readOf = (db: Database) => answer(db, who, work, as)
  const readAgain = (error: unknown) => {
    if (isOfLost(error)) return readOf(primary)
    throw error
  }
  const readPrimary = () => readOf(primary).catch(readAgain)
  const standby = as === "fadu_app" ? chooseStandby(standbys) : undefined
  if (!standby) return readPrimary()
  const wrote = who.actor.wrote ?? null
  return onStandby(standby, wrote, () => readOf(standby)).catch(readPrimary)
}

function opened(database: SealedDatabase): { primary: Database; standbys: readonly Database[] } {
  const db = database as unknown as Database & Partial<PgWithReplicas<Database>>
  return { primary: db.$primary ?? db, standbys: db.$replicas ?? [] }
}

/** Whether some of what is read may come from standbys, each as far as it has come. */
export const hasStandbys = (database: SealedDatabase): boolean => opened(database).standbys.length > 0

const become = {
  fadu_app: "select set_config('role', 'fadu_app', true)",
  fadu_accounts: "select set_config('role', 'fadu_accounts', true)",
}

/** What row-level security goes by. */
const whoReads = ({ actor }: Who) => ({
  ...{ "fadu.role": actor.role, "fadu.town": String(actor.townCode ?? ""), "fadu.actor": actor.id },
})

/** What the audit log keeps besides. */
const whoWrites = (who: Who) => ({
  ...{ ...whoReads(who), "fadu.name": who.actor.name },
  ...{ "fadu.channel": who.from.channel, "fadu.address": who.from.address ?? "" },
})

/** SET LOCAL reaches the machines of a database that is spread over several. */
const setLocal = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([name, value]) => `set local ${name} = ${quoted(value)}`)

/** All that a transaction reads is as it stood at one moment, however many questions it asks. */
const beginReading = (who: Who) => [
  "begin isolation level repeatable read, read only",
  ...setLocal(whoReads(who)),
]
const beginWriting = (who: Who) => ["begin", ...setLocal(whoWrites(who))]

/** The statements that come first begin the transaction and say who asks. The role does not reach other machines: they are
 * called as whoever this machine runs as at the time. All go there and back together with the work's first. `begun` is called
 * when the first answer is there. */
function transact<T>(
  db: Database,
  work: Work<T>,
  as: As,
  first: readonly string[],
  begun: () => void = () => {},
): Promise<T> {
  return db
    .transaction(async (tx) => {
      const [, result] = await Promise.all([
        ask(tx, sql.raw([...first, become[as]].join("; ")), true).then(begun),
        work(tx),
      ])
      return result
    })
    .catch((error: unknown) => {
      throw withoutValues(error)
    })
}

/** A transaction that others' readings may still join, and whom to tell should it be lost. */
type Turn = { db: Database; join: (work: Work<void>) => unknown; lost: ((error: unknown) => void)[] }
const beginning = new WeakMap<Who, Turn>()

/** The same for what only reads. What a page asks before the first answer is there is read in one transaction, and each gets its
 * answer, or its error, as soon as it is there: nobody need wait until the transaction has ended. */
function answer<T>(db: Database, who: Who, work: Work<T>, as: As): Promise<T> {
  return new Promise((done, fail) => {
    const own = async (tx: Connection) => {
      try {
        done(await work(tx))
      } catch (error) {
        // Nobody joins what is lost, least of all who asks once more.
        if (isOfLost(error)) beginning.delete(who)
        fail(withoutValues(error))
      }
    }
    const begun = beginning.get(who)
    if (as === "fadu_app" && begun?.db === db) {
      begun.lost.push(fail)
      return begun.join(own)
    }
    const early = [own]
    const turn: Turn = { db, join: (work) => early.push(work), lost: [fail] }
    if (as === "fadu_app") beginning.set(who, turn)
    const close = () => {
      if (beginning.get(who) === turn) beginning.delete(who)
    }
    const all = async (tx: Connection) => {
      const works = early.map((work) => work(tx))
      turn.join = (work) => works.push(work(tx))
      for (const each of works) await each
      close()
    }
    transact(db, all, as, beginReading(who), close).catch((error: unknown) => {
      close()
      for (const tell of turn.lost) tell(error)
    })
  })
}

/** Keeps in the person's sessions, and for the rest of this request, how far a standby has to have come to serve them. What
 * was written stands, whether or not this succeeds. */
async function noteWrite(primary: Database, who: Who): Promise<void> {
  const note = (tx: Connection) =>
    tx.execute<{ position: string }>(sql`
      with log as materialized (select pg_current_wal_insert_lsn()::text as position),
        noted as (update sessions set log_position = log.position from log where user_id = ${who.actor.id})
      select position from log`)
  const [row] = await transact(primary, note, "fadu_accounts", beginWriting(who)).catch(() => [])
  who.actor.wrote = row?.position ?? null
}

/** A failed query's error without the values that were sent with it: its words reach the log, and tokens and reports' texts
 * are among them. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  error.message = `Failed query: ${error.query}`
  error.stack = error.stack?.replace(/\nparams: [\s\S]*?(?=\n {4}at )/, "")
  error.params = []
  return error
}

/** A string literal. Without parameters the statement goes there and back once. */
const quoted = (text: string) => `'${text.replaceAll("\0", "").replaceAll("'", "''")}'`
