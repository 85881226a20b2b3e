import { DrizzleQueryError, sql } from "drizzle-orm"
import type { Role } from "@/catalogue/role"
import { ask } from "@/db/ask"
import type { Connection, Database } from "@/db/connect"

/** Who acts. The terminal's office and the public are actors as well: see services/desk.ts. */
export type Actor = { id: string; name: string; role: Role | "public"; townCode: number | null }

/** Where a request comes from. */
export type Origin = { channel: "web" | "terminal"; address: string | null }

declare const sealed: unique symbol
/** A database that only `asActor` can open: nothing can be asked of it without saying who asks. */
export type SealedDatabase = { readonly [sealed]: true }

/** Closes a database for all but `asActor`. */
export function seal(db: Database): SealedDatabase {
  return db as unknown as SealedDatabase
}

/** What the transaction runs as: figures and settings, or the account tables. */
type As = "fadu_app" | "fadu_accounts"

/**
 * Runs work in one transaction in the name of an actor. Row-level security and the audit log go by what is set here, which
 * ends with the transaction. It is sent ahead of the work's first statement, which does not wait for its answer: should it
 * fail, the transaction has failed and answers nothing. Do not call it within itself: the inner one would wait for a connection
 * that the outer one may hold.
 */
export function asActor<T>(
  database: SealedDatabase,
  who: { actor: Actor; from: Origin },
  work: (tx: Connection) => Promise<T>,
  as: As = "fadu_app",
): Promise<T> {
  const { actor, from } = who
  const settings = {
    ...{
      role: as,
      "fadu.role": actor.role,
      "fadu.town": String(actor.townCode ?? ""),
      "fadu.actor": actor.id,
    },
    ...{ "fadu.name": actor.name, "fadu.channel": from.channel, "fadu.address": from.address ?? "" },
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${quoted(value)}, true)`,
  )
  return (database as unknown as Database)
    .transaction(async (tx) => {
      const [, result] = await Promise.all([ask(tx, sql.raw(`select ${calls.join(", ")}`), true), work(tx)])
      return result
    })
    .catch((error: unknown) => {
      throw withoutValues(error)
    })
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
