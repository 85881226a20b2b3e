/** What a client sends before its session starts, told apart by the code after the length. */
export const startupCodes = { start: 196608, cancel: 80877102, tls: 80877103, gss: 80877104 } as const

/** Splits the whole messages off the front of what a client has sent so far. `started` is false until the startup
 * message came, which alone has no type byte. Throws RangeError on a length that no PostgreSQL message can have. */
export function splitMessages(buffer: Buffer, started: boolean): { messages: Buffer[]; rest: Buffer } {
  const messages: Buffer[] = []
  let at = 0
  let inSession = started
  while (true) {
    const head = inSession ? 1 : 0
    if (buffer.length - at < head + 4) break
    const length = head + buffer.readInt32BE(at + head)
    if (length < head + 4 || length > 256 * 1024 * 1024) throw new RangeError("not a PostgreSQL message")
    if (buffer.length - at < length) break
    messages.push(buffer.subarray(at, at + length))
    if (!inSession) inSession = buffer.readInt32BE(at + 4) === startupCodes.start
    at += length
  }
  return { messages, rest: buffer.subarray(at) }
}

/** The transaction status of the last ReadyForQuery in an answer: `I` idle, `T` in a transaction, `E` in a failed one;
 * null where the answer holds none, which means that the session is in the middle of a statement. */
export function readyStatus(answer: Uint8Array): "I" | "T" | "E" | null {
  const view = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
  let status: "I" | "T" | "E" | null = null
  for (let at = 0; at + 5 <= view.length; at += 1 + view.readInt32BE(at + 1)) {
    if (view[at] !== 0x5a) continue
    const code = String.fromCharCode(view[at + 5] ?? 0)
    if (code === "I" || code === "T" || code === "E") status = code
  }
  return status
}

/** A frontend message: type byte, length, body. */
export function frontendMessage(type: "S" | "Q", body = ""): Buffer {
  const text = type === "Q" ? Buffer.from(`${body}\0`) : Buffer.alloc(0)
  const message = Buffer.alloc(5 + text.length)
  message.write(type, 0)
  message.writeInt32BE(4 + text.length, 1)
  text.copy(message, 5)
  return message
}

/** The value of a parameter in a startup message, or null: `role` names what the connection runs as. */
export function startupParameter(message: Buffer, name: string): string | null {
  const parts = message.subarray(8).toString("utf8").split("\0")
  const at = parts.findIndex((part, index) => index % 2 === 0 && part === name)
  return at < 0 ? null : (parts[at + 1] ?? null)
}

/** The name that a Parse message gives its statement; null for any other message and for a statement without one. */
export function statementName(message: Buffer): string | null {
  return (message[0] === 0x50 && message.toString("utf8", 5, message.indexOf(0, 5))) || null
}
