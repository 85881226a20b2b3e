import type { IncomingMessage, ServerResponse } from "node:http"
import { createGzip, type Gzip } from "node:zlib"
import { openPaintFirst } from "@/services/site/paint-first"
import { readStyle } from "@/services/site/read-style"

const worthIt = /^text\/|json|javascript|xml/
/** Fewer bytes than this grow by being compressed, or all but. */
const fewest = 1024

/** Has whatever is answered go out compressed where the asker takes that, and pages made to be seen first: Next's own
 * compression would leave nothing to be read. `nonce` is the page's. */
export function sendCompressed(request: IncomingMessage, response: ServerResponse, nonce: string): void {
  const send = {
    writeHead: response.writeHead.bind(response) as (...words: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (piece: Uint8Array) => boolean,
    end: response.end.bind(response) as (piece?: Uint8Array) => ServerResponse,
  }
  let page: ReturnType<typeof openPaintFirst> | null = null
  let gzip: Gzip | null = null
  let isDecided = false
  const decide = () => {
    if (isDecided) return
    isDecided = true
    const type = String(response.getHeader("content-type") ?? "")
    const length = response.getHeader("content-length")
    const isWhole = response.statusCode !== 206 && response.statusCode !== 304 && request.method === "GET"
    if (!isWhole || !worthIt.test(type) || response.hasHeader("content-encoding")) return
    if (type.startsWith("text/html")) {
      page = openPaintFirst(nonce, readStyle)
      // It asks for the style sheet, which comes with the page.
      response.removeHeader("link")
    }
    response.appendHeader("vary", "Accept-Encoding")
    const takesIt = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""))
    const isShort = length !== undefined && Number(length) < fewest
    if (page || (takesIt && !isShort)) response.removeHeader("content-length")
    if (!takesIt || isShort) return
    response.setHeader("content-encoding", "gzip")
    gzip = createGzip()
    gzip.on("data", (piece: Buffer) => send.write(piece) || gzip?.pause())
    gzip.on("end", () => send.end())
    gzip.on("drain", () => response.emit("drain"))
    response.on("drain", () => gzip?.resume())
    response.on("close", () => gzip?.destroy())
  }
  const bytesOf = (piece: unknown, encoding: unknown) =>
    typeof piece === "string"
      ? Buffer.from(piece, (typeof encoding === "string" ? encoding : "utf8") as BufferEncoding)
      : Buffer.from(piece as Uint8Array)
  const rewrite = (bytes: Buffer) =>
    page ? Buffer.from(page.take(bytes.toString("latin1")), "latin1") : bytes
  const write = (piece: unknown, encoding?: unknown, done?: unknown) => {
    decide()
    const bytes = rewrite(bytesOf(piece, encoding))
    const isFree = bytes.length === 0 || (gzip ? gzip.write(bytes) : send.write(bytes))
    const call = typeof encoding === "function" ? encoding : done
    if (typeof call === "function") process.nextTick(call)
    return isFree
  }
  const end = (piece?: unknown, encoding?: unknown, done?: unknown) => {
    const call = [piece, encoding, done].find((one) => typeof one === "function")
    if (typeof call === "function") response.once("finish", call as () => void)
    decide()
    if (piece !== undefined && piece !== null && typeof piece !== "function") write(piece, encoding)
    const rest = Buffer.from(page?.rest() ?? "", "latin1")
    if (gzip) gzip.end(rest)
    else if (rest.length > 0) send.end(rest)
    else send.end()
    return response
  }
  const writeHead = (status: number, ...words: unknown[]) => {
    response.statusCode = status
    const named = words.find((one) => typeof one === "object" && one !== null)
    if (named && !Array.isArray(named))
      for (const [name, value] of Object.entries(named as Record<string, string>))
        response.setHeader(name, value)
    decide()
    return named && !Array.isArray(named) ? send.writeHead(status) : send.writeHead(status, ...words)
  }
  // What is written so far goes out at once: Next asks for it after each piece of a page.
  const flush = () => void gzip?.flush()
  Object.assign(response, { write, end, writeHead, flush })
}
