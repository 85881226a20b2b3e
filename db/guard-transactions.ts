import type postgres from "postgres"

/** What says that a transaction's connection is gone, or is about to be. */
const lostCodes = new Set(["CONNECTION_CLOSED", "ECONNRESET", "EPIPE", "57P01", "57P02"])
/** How soon a connection closes that is about to. */
const closesMs = 5000

/**
 * Keeps a transaction whose connection was lost from saying anything more. The driver would go on to send its statements,
 * and its own ROLLBACK or COMMIT, on the same connection: into nothing, which ends the process, or, once it was opened anew,
 * into somebody else's transaction. Whoever waits for the transaction is told at once that the connection is closed.
 */
export function guardTransactions<C extends postgres.Sql>(client: C): C {
  const begin = client.begin.bind(client) as Begin
  const guarded: Begin = (work) => {
    let isLost = false
    const begun = begin(async (tx) => {
      try {
        const done = await work(silenced(tx, () => isLost))
        return isLost ? await silence : done
      } catch (error) {
        if (isOfLost(error))
          for (const end = Date.now() + closesMs; !isLost && Date.now() < end; )
            await new Promise((next) => setTimeout(next, 20))
        return isLost ? await silence : Promise.reject(error)
      }
    })
    begun.catch(() => {
      isLost = true
    })
    return begun
  }
  return Object.assign(client, { begin: guarded })
}

type Work = (tx: postgres.TransactionSql) => Promise<unknown>
type Begin = (work: Work) => Promise<unknown>

/** What is never answered: nobody waits for it any more. */
const silence = new Promise<never>(() => {})
const silentQuery = (): Promise<never> => Object.assign(new Promise<never>(() => {}), { values: silentQuery })

/** The transaction as the work sees it: after the loss its statements go nowhere. */
function silenced(tx: postgres.TransactionSql, isLost: () => boolean): postgres.TransactionSql {
  return new Proxy(tx, {
    get(target, name) {
      const value = Reflect.get(target, name)
      if (typeof value !== "function" || !["unsafe", "savepoint"].includes(String(name))) return value
      return (...args: unknown[]) => (isLost() ? silentQuery() : Reflect.apply(value, target, args))
    },
  })
}

function isOfLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (lostCodes.has(String((cause as { code?: unknown }).code))) return true
  return false
}
