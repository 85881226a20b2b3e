import type { IncomingMessage, ServerResponse } from "node:http"
import compression from "compression"
import { paintFirst } from "@/services/site/paint-first"
import { readStyle } from "@/services/site/read-style"

const compress = compression()

/** Has whatever is answered go out compressed where the asker takes that. */
export function sendCompressed(request: IncomingMessage, response: ServerResponse): void {
  compress(request as never, response as never, () => {})
}

/** Has a page made to be seen first, which Next's own compression would leave nothing to be read of. It is drawn at once and goes
 * out at once: in pieces, a browser would show the first before it has read the next. `nonce` is the page's. */
export function sendSeenFirst(request: IncomingMessage, response: ServerResponse, nonce: string): void {
  const { write, end } = response
  const pieces: Buffer[] = []
  const isPage = () =>
    request.method === "GET" && String(response.getHeader("content-type") ?? "").startsWith("text/html")
  const keep = (piece: unknown, encoding: unknown) => {
    if (typeof piece === "string") pieces.push(Buffer.from(piece, asEncoding(encoding)))
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece))
  }
  const callOf = (words: readonly unknown[]) => words.find((one) => typeof one === "function") as () => void
  const writeOrKeep = (...words: unknown[]) => {
    if (!isPage()) return Reflect.apply(write, response, words)
    keep(words[0], words[1])
    if (callOf(words)) process.nextTick(callOf(words))
    return true
  }
  const endWhole = (...words: unknown[]) => {
    if (!isPage()) return Reflect.apply(end, response, words)
    keep(words[0], words[1])
    if (callOf(words)) response.once("finish", callOf(words))
    const page = paintFirst(Buffer.concat(pieces).toString(), nonce, readStyle)
    // It has grown, and its link asks for the style sheet, which comes with it.
    if (!response.headersSent) {
      response.removeHeader("content-length")
      response.removeHeader("link")
    }
    return Reflect.apply(end, response, pieces.length > 0 ? [page] : [])
  }
  Object.assign(response, { write: writeOrKeep, end: endWhole })
}

const asEncoding = (encoding: unknown) =>
  typeof encoding === "string" ? (encoding as BufferEncoding) : undefined
