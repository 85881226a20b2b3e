import type { IncomingMessage, ServerResponse } from "node:http"
import { gzipSync } from "node:zlib"
import compression from "compression"
import { paintFirst } from "@/services/site/paint-first"
import { placeMarkup } from "@/services/site/place-markup"
import { readStyle } from "@/services/site/read-style"

const compress = compression()

/** Whether who asks takes what is compressed. */
export const takesPacked = ({ headers }: IncomingMessage): boolean =>
  /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(String(headers["accept-encoding"] ?? ""))

/** Has whatever is answered go out compressed where the asker takes that. */
export function sendCompressed(request: IncomingMessage, response: ServerResponse): void {
  compress(request as never, response as never, () => {})
}

/** Has a page made to be seen first, which needs all of it at once: its head goes out as soon as Next knows it, the page in one
 * piece. In several, a browser would show the first before it has read the next. `nonce` is the page's. */
export function sendSeenFirst(request: IncomingMessage, response: ServerResponse, nonce: string): void {
  const { write, end, flushHeaders } = response
  const pieces: Buffer[] = []
  let isPacked = false
  const isPage = () =>
    request.method === "GET" && String(response.getHeader("content-type") ?? "").startsWith("text/html")
  // The page will have grown, and its link asks for the style sheet, which comes with it.
  const sendHead = () => {
    if (response.headersSent) return
    response.removeHeader("content-length")
    response.removeHeader("link")
    isPacked = takesPacked(request)
    if (isPacked) response.setHeader("content-encoding", "gzip")
    flushHeaders.call(response)
  }
  const keep = (piece: unknown, encoding: unknown) => {
    if (typeof piece === "string") pieces.push(Buffer.from(piece, asEncoding(encoding)))
    else if (piece instanceof Uint8Array) pieces.push(Buffer.from(piece))
  }
  const callOf = (words: readonly unknown[]) => words.find((one) => typeof one === "function") as () => void
  const headOrPage = () => (isPage() ? sendHead() : flushHeaders.call(response))
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
    if (pieces.length === 0) return Reflect.apply(end, response, [])
    sendHead()
    const page = placeMarkup(paintFirst(Buffer.concat(pieces).toString(), nonce, readStyle))
    const send = (body: Buffer) => Reflect.apply(end, response, [body])
    return send(isPacked ? gzipSync(page, { level: 4 }) : page)
  }
  Object.assign(response, { write: writeOrKeep, end: endWhole, flushHeaders: headOrPage })
}

const asEncoding = (encoding: unknown) =>
  typeof encoding === "string" ? (encoding as BufferEncoding) : undefined
