import { may, type Right } from "@/catalogue/role"
import {
  type Actor,
  asActor as actAs,
  type Origin,
  asReader as readAs,
  type SealedDatabase,
} from "@/db/as-actor"
import type { Connection } from "@/db/connect"
import { Problem } from "@/services/problem"

export type { Actor, Origin } from "@/db/as-actor"

/** What every service works with: who asks and from where, the time, and a database that only `asActor` opens. */
export type Desk = { database: SealedDatabase; actor: Actor; from: Origin; now: Date }

/** The office at this machine's terminal. */
export const terminalActor: Actor = { id: "terminal", name: "terminal", role: "reviewer", townCode: null }

/** Whoever reads without an account, where open reading is switched on. */
export const publicActor: Actor = { id: "public", name: "public", role: "public", townCode: null }

/** Stops whoever may not do this. Every service calls it first; the database's own policies stand behind it. */
export function requireRight(desk: Desk, right: Right): void {
  if (!may(desk.actor.role, right)) throw new Problem("not_allowed", `${desk.actor.role} ${right}`)
}

/** The one way of a service to the database: a transaction in the name of the desk's actor. */
export function asActor<T>(desk: Desk, work: (tx: Connection) => Promise<T>): Promise<T> {
  return actAs(desk.database, desk, work)
}

/** The same for what only reads: it may be answered by a standby, and asked twice. */
export function asReader<T>(desk: Desk, work: (tx: Connection) => Promise<T>): Promise<T> {
  return readAs(desk.database, desk, work)
}

/** The same for account tables; for the account service only. */
export function asAccounts<T>(desk: Desk, work: (tx: Connection) => Promise<T>): Promise<T> {
  return actAs(desk.database, desk, work, "fadu_accounts")
}

/** The same for what only reads them. */
export function readAccounts<T>(desk: Desk, work: (tx: Connection) => Promise<T>): Promise<T> {
  return readAs(desk.database, desk, work, "fadu_accounts")
}
