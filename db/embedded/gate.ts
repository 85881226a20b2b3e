import type { Server, Socket } from "node:net"
import { createServer } from "node:net"
import {
  frontendMessage,
  readyStatus,
  splitMessages,
  startupCodes,
  startupParameter,
  statementName,
} from "@/db/embedded/protocol"

/** The single session behind the gate: takes frontend messages, gives the backend's answer. */
export type Engine = { execProtocolRaw(message: Uint8Array): Promise<Uint8Array> }

type Client = {
  socket: Socket
  pending: Buffer[]
  rest: Buffer
  started: boolean
  closed: boolean
  /** What its statements run as; null for the owner of the database. */
  role: string | null
  /** Names of the statements that it has prepared. */
  prepared: Set<string>
}

const idleInTransactionMs = 60_000

/**
 * Lets many connections share an engine that has one session only. Whoever sends first holds the engine from that
 * message until the engine answers "ready, idle" (ReadyForQuery I): statements and transactions of different
 * connections never interleave, and waiting ones come in the order of arrival. A connection that breaks off while it
 * holds the engine is rolled back; one that stays idle inside a transaction for a minute is closed. A connection that
 * asks for a role at its start gets it whenever it is its turn. A connection is greeted at once, also while another one
 * holds the engine for long, as a backup does: the engine says the same to all.
 * Shared by all: session settings, so clients use SET LOCAL, and names of prepared statements, which the driver takes at random;
 * those of a connection end with it.
 */
export function createGate(engine: Engine, onMessage: (message: Buffer) => void = () => {}): Server {
  const clients = new Set<Client>()
  const waiting: Client[] = []
  const leftBehind: string[] = []
  let holder: Client | null = null
  let working = false
  let role: string | null = null
  let greeting: Uint8Array | null = null
  let idleTimer: NodeJS.Timeout | undefined

  async function work() {
    if (working) return
    working = true
    while (true) {
      if (!holder) await deallocate()
      holder ??= waiting.shift() ?? null
      if (!holder) break
      if (holder.closed) {
        await abandon()
        holder = null
        continue
      }
      const messages = nextTurn(holder.pending)
      if (!messages) break
      await changeRole(holder)
      await answer(holder, messages)
    }
    working = false
    clearTimeout(idleTimer)
    if (holder)
      idleTimer = setTimeout((client: Client) => client.socket.destroy(), idleInTransactionMs, holder)
  }

  async function answer(client: Client, messages: Buffer) {
    let reply: Uint8Array
    try {
      reply = await engine.execProtocolRaw(messages)
    } catch {
      client.closed = true
      client.socket.destroy()
      return
    }
    onMessage(messages)
    // A copy: the engine writes its next answer over this one.
    if (isStartup(messages)) greeting ??= Uint8Array.from(reply)
    if (!client.closed && reply.length > 0) client.socket.write(reply)
    if (readyStatus(reply) !== "I") return
    holder = null
    if (client.pending.length > 0 && !client.closed) waiting.push(client)
  }

  async function changeRole(client: Client) {
    if (client.role === role) return
    await engine.execProtocolRaw(
      frontendMessage("Q", client.role === null ? "RESET ROLE" : `SET ROLE ${client.role}`),
    )
    role = client.role
  }

  /** Ends what closed connections have prepared. */
  async function deallocate() {
    for (const name of leftBehind.splice(0))
      await engine.execProtocolRaw(frontendMessage("Q", `DEALLOCATE "${name.replaceAll('"', '""')}"`))
  }

  async function abandon() {
    const status = readyStatus(await engine.execProtocolRaw(frontendMessage("S")))
    if (status !== "I") await engine.execProtocolRaw(frontendMessage("Q", "ROLLBACK"))
  }

  function receive(client: Client, data: Buffer) {
    const { messages, rest } = splitMessages(Buffer.concat([client.rest, data]), client.started)
    client.rest = rest
    for (const message of messages) {
      if (!client.started && refuse(client, message)) continue
      if (!client.started) client.role = roleOf(message)
      client.started = true
      if (message[0] === 0x58) return void client.socket.end()
      if (greeting && isStartup(message)) {
        client.socket.write(greeting)
        continue
      }
      const name = statementName(message)
      if (name) client.prepared.add(name)
      client.pending.push(message)
    }
    if (client.pending.length > 0 && client !== holder && !waiting.includes(client)) waiting.push(client)
    void work()
  }

  /** True for a request that comes before a session and is answered here: no encryption, no cancelling. */
  function refuse(client: Client, message: Buffer): boolean {
    const code = message.readInt32BE(4)
    if (code === startupCodes.tls || code === startupCodes.gss) client.socket.write("N")
    else if (code === startupCodes.cancel) client.socket.end()
    else return false
    return true
  }

  const server = createServer((socket) => {
    const client: Client = {
      ...{ socket, pending: [], rest: Buffer.alloc(0), started: false, closed: false, role: null },
      prepared: new Set(),
    }
    clients.add(client)
    socket.setNoDelay(true)
    socket.on("data", (data) => {
      try {
        receive(client, data)
      } catch {
        socket.destroy()
      }
    })
    socket.on("error", () => socket.destroy())
    socket.on("close", () => {
      clients.delete(client)
      client.closed = true
      client.pending = []
      leftBehind.push(...client.prepared)
      const place = waiting.indexOf(client)
      if (place >= 0) waiting.splice(place, 1)
      void work()
    })
  })
  server.on("close", () => clearTimeout(idleTimer))
  return server
}

/** What ends with an answer of the engine's: a startup, a simple query, a synchronisation. */
const turnEnds = new Set([0x00, 0x51, 0x53])

/** Takes what a client has sent up to the next such end: it goes to the engine at once, and its answer back. */
function nextTurn(pending: Buffer[]): Buffer | undefined {
  const end = pending.findIndex((message) => turnEnds.has(message[0] ?? 0))
  const taken = pending.splice(0, end < 0 ? pending.length : end + 1)
  return taken.length > 1 ? Buffer.concat(taken) : taken[0]
}

/** Only a startup message begins with a length instead of a letter. */
const isStartup = (message: Buffer) => message[0] === 0

/** The role that a startup message asks for: a plain name, so that it can stand in a statement. */
function roleOf(startup: Buffer): string | null {
  const name = startupParameter(startup, "role")
  return name !== null && /^[a-z_]+$/.test(name) ? name : null
}
