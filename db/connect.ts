import { type PgWithReplicas, withReplicas } from "drizzle-orm/pg-core"
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { guardTransactions } from "@/db/guard-transactions"

/** A real server by its URL, or the embedded database by the socket it listens on. */
export type DatabaseTarget = { url: string } | { socket: string }

export type Database = PostgresJsDatabase
/** A database or an open transaction on it: what reads and writes take. */
export type Connection = Database | Parameters<Parameters<Database["transaction"]>[0]>[0]

/** A database, and its standbys where it has some. */
export type SiteDatabase = Database | PgWithReplicas<Database>

export type OpenDatabase = { db: Database; close(): Promise<void> }

/** What a connection runs as outside of an actor's transaction: `owner` (migrations, checks, tests) may do all,
 * `fadu_app` sees no row of any figure. */
export type ConnectionRole = "owner" | "fadu_app"

/** Planning what row-level security adds to a read takes ten times as long as answering it, and the server would plan some of them
 * anew each time, as chance had it with the first five. */
const planOnce = { plan_cache_mode: "force_generic_plan" }

/** After how long a server that did not answer is called again. */
const retrySeconds = 0.5

/** Opens a pool; nothing is sent before the first query. Both kinds of database are spoken to by the same driver; the
 * embedded one has one session for all, in which the gate keeps roles and statements apart. A pooler that
 * lends a session for a transaction (`?prepare=false` in the URL) knows neither named statements nor a session's role: there
 * the role is only what `asActor` sets. */
export function connect(target: DatabaseTarget, role: ConnectionRole = "owner"): OpenDatabase {
  const isPooled = "url" in target && new URL(target.url).searchParams.get("prepare") === "false"
  const common = {
    ...{ onnotice: () => {}, connect_timeout: 5, transform: { undefined: null } },
    ...(role === "owner" || isPooled ? {} : { connection: { role, ...("url" in target ? planOnce : {}) } }),
  }
  const client =
    "url" in target
      ? postgres(target.url, { ...common, max: 10, idle_timeout: 60, backoff: () => retrySeconds })
      : postgres({
          ...common,
          path: target.socket,
          max: 4,
          fetch_types: false,
          database: "postgres",
          username: "postgres",
        })
  return { db: drizzle(guardTransactions(client)), close: () => client.end({ timeout: 5 }) }
}

/** A server with its hot standbys, as the application: reads that may go to one of them choose it themselves
 * (db/as-actor.ts). Without standbys it is the server alone. */
export function connectSpread(url: string, standbys: readonly string[]): OpenDatabase & { db: SiteDatabase } {
  const primary = connect({ url }, "fadu_app")
  const replicas = standbys.map((standby) => connect({ url: standby }, "fadu_app"))
  const [first, ...rest] = replicas.map(({ db }) => db)
  return {
    db: first ? withReplicas(primary.db, [first, ...rest]) : primary.db,
    close: async () => {
      await Promise.all([primary, ...replicas].map((each) => each.close()))
    },
  }
}
