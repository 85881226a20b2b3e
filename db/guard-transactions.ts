import type postgres from "postgres"

/** What says that a transaction's connection is gone, or is about to be. */
const lostCodes = new Set(["CONNECTION_CLOSED", "ECONNRESET", "EPIPE", "57P01", "57P02"])
/** What a server says as it ends a connection. */
const lastWords = new Set(["57P01", "57P02"])
/** How soon a connection closes that is about to. */
const closesMs = 5000

/** A statement of the driver's, with what the driver keeps to itself: to whom it goes when somebody waits for it. */
type Statement = postgres.PendingQuery<postgres.Row[]> & {
  handler: (statement: Statement) => void
  readonly strings: readonly string[]
  readonly options: { onexecute?: (connection: Lent) => void }
  reject(error: unknown): void
}

/** A connection of the driver's, as its own `begin` takes it from the pool: `execute` says whether it takes another statement
 * before it has answered, `reserved` is called when it has, and without one it is the pool's again. */
type Lent = {
  execute(statement: Statement): boolean
  reserved: (() => void) | null
  onclose: (error: unknown) => void
}

type Work = (tx: postgres.TransactionSql) => Promise<unknown>

/** A transaction that waits for a connection: it begins on whichever the pool lends, or follows the last words of another. */
type Turn = { begin(): void; follow(connection: Lent): void }

/**
 * Has transactions begin together with their first statements, where the driver waits for an answer first: who only reads goes
 * there and back once. Where more wait than there are connections, the next begins right behind the end of another, without
 * waiting for that to be answered; what belongs to no transaction waits until nobody does. And keeps one whose connection was
 * lost from saying anything more: the driver would go on to send its statements, and its own ROLLBACK or COMMIT, on the same
 * connection: into nothing, which ends the process, or, once it was opened anew, into somebody else's transaction. Whoever waits
 * for the transaction is told at once that the connection is closed.
 */
export function guardTransactions<C extends postgres.Sql>(client: C): C {
  const line = openLine(client.options.max)
  const begin = async (work: Work) => {
    const transaction = openTransaction(client, line)
    try {
      const done = await Promise.race([work(transaction.tx), transaction.lost])
      await transaction.end("commit")
      return done
    } catch (error) {
      if (isOfLost(error)) await transaction.closes()
      await transaction.end("rollback").catch(() => {})
      throw error
    }
  }
  return Object.assign(client, { begin })
}

/** As many turns at a time as there are connections. */
function openLine(most: number) {
  let begun = 0
  const waiting: Turn[] = []
  return {
    enter(turn: Turn) {
      if (begun === most) return void waiting.push(turn)
      begun += 1
      turn.begin()
    },
    /** Who comes after one that ends. */
    next(): Turn | undefined {
      const turn = waiting.shift()
      if (!turn) begun -= 1
      return turn
    },
  }
}

/** A transaction that begins with its first statement, which may say so itself ("begin; …"), else with one that is sent ahead
 * of it. What it is asked after it has ended is refused, after it was lost it is never answered. */
function openTransaction(client: postgres.Sql, line: ReturnType<typeof openLine>) {
  let state: "new" | "opening" | "open" | "ending" | "ended" | "lost" = "new"
  let connection: Lent | undefined
  let opening: Promise<unknown> | undefined
  let failure: unknown
  let isReady = true
  const waiting: Statement[] = []
  let lose: (error: unknown) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  lost.catch(() => {})

  const make = (...asked: Parameters<typeof client.unsafe>) => client.unsafe(...asked) as unknown as Statement

  const unsafe = (...asked: Parameters<typeof client.unsafe>) => {
    const statement = make(...asked)
    const pool = statement.handler
    statement.handler = () => send(statement, pool)
    return statement
  }

  function send(statement: Statement, pool: Statement["handler"]) {
    if (state === "lost") return
    if (state === "ending" || state === "ended")
      return statement.reject(new Error("the transaction has ended"))
    statement.catch(fail)
    if (state !== "new") return push(statement)
    state = "opening"
    const saysSo = statement.strings[0]?.startsWith("begin") ?? false
    const first = saysSo ? statement : make("begin")
    if (!saysSo) waiting.push(statement)
    beginAnew(first, pool)
    const turn = {
      begin() {
        first.options.onexecute = take
        pool(first)
      },
      follow(lent: Lent) {
        isReady = lent.execute(first)
        take(lent)
      },
    }
    if (saysSo) line.enter(turn)
    else first.handler = () => line.enter(turn)
    opening = first.then(() => connection ?? fail(new Error("the pool lent no connection")), fail)
  }

  /** The driver has a server's last word on a connection for whoever opens it anew as well, who has not been heard yet. */
  function beginAnew(first: Statement, pool: Statement["handler"]) {
    const reject = first.reject
    let tries = client.options.max
    first.reject = (error) => {
      if (state !== "opening" || !isOneOf(lastWords, error) || tries === 0) return reject(error)
      tries -= 1
      pool(first)
    }
  }

  function push(statement: Statement) {
    waiting.push(statement)
    flush()
  }

  function flush() {
    while (connection && isReady && waiting.length > 0)
      isReady = connection.execute(waiting.shift() as Statement)
    if (state === "ended" && waiting.length === 0) leave()
  }

  /** The connection is the next one's, or the pool's again once it has answered. */
  function leave() {
    if (!connection) return
    const next = line.next()
    if (next && isReady) next.follow(connection)
    else {
      connection.reserved = null
      next?.begin()
    }
    connection = undefined
  }

  function take(lent: Lent) {
    connection = lent
    state = "open"
    const answered = () => {
      isReady = true
      flush()
    }
    lent.reserved = Object.assign(answered, { release: true })
    lent.onclose = (error) => {
      lose(error)
      if (!connection) return
      connection = undefined
      state = "lost"
      line.next()?.begin()
    }
    flush()
  }

  function fail(error: unknown) {
    failure ??= error
    if (state !== "opening") return
    state = "ended"
    for (const statement of waiting.splice(0)) statement.reject(error)
    line.next()?.begin()
  }

  async function end(word: "commit" | "rollback") {
    if (state === "opening") await opening
    if (state !== "open") return
    // The server would take COMMIT after a failed statement for ROLLBACK, and not call it an error.
    if (word === "commit" && failure) throw failure
    state = "ending"
    waiting.length = 0
    const last = make(word)
    last.handler = () => {
      if (state === "ending") state = "ended"
      push(last)
    }
    await Promise.race([last, lost])
    if (word === "commit" && failure) throw failure
  }

  const closes = async () => {
    if (state === "open")
      await Promise.race([lost.catch(() => {}), new Promise((next) => setTimeout(next, closesMs))])
  }
  return { tx: { unsafe } as unknown as postgres.TransactionSql, lost, closes, end }
}

/** Whether something failed because its connection to the database was lost. */
export const isOfLost = (error: unknown): boolean => isOneOf(lostCodes, error)

function isOneOf(codes: ReadonlySet<string>, error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (codes.has(String((cause as { code?: unknown }).code))) return true
  return false
}
