import type { IncomingMessage, ServerResponse } from "node:http"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import { isResource } from "@/services/api/parameters"
import type { Config } from "@/services/config"
import { answerApi, type Sent } from "@/services/site/answer-api"
import { takesPacked } from "@/services/site/send-compressed"
import { siteDatabase } from "@/services/site-database"

const pack = promisify(gzip)
const worthPacking = 1000
/** Packed bodies of answers that are kept, as long as those are. */
const packed = new WeakMap<Buffer, Promise<Buffer>>()

function packedOf(body: Buffer): Promise<Buffer> {
  const known = packed.get(body) ?? pack(body, { level: 6 })
  packed.set(body, known)
  return known
}

/** The interface for machines, answered by the site's own server: what Next does for a page costs more than such an answer.
 * False where it is not one to read. `from` is the network address of whoever asks. */
export function openApi(environment: Record<string, string | undefined>, config: Config) {
  const database = siteDatabase(environment)
  return (request: IncomingMessage, response: ServerResponse, from: string): boolean => {
    const { method, headers, url = "" } = request
    const at = url.indexOf("?")
    const path = at < 0 ? url : url.slice(0, at)
    const resource = path.startsWith("/api/v1/") ? path.slice(8) : ""
    if ((method !== "GET" && method !== "HEAD") || !isResource(resource)) return false
    const query = new URLSearchParams(at < 0 ? "" : url.slice(at + 1))
    const call = {
      resource,
      query,
      from,
      header: (name: "accept" | "cookie" | "if-none-match") => headers[name],
    }
    const send = async ({ status, headers: answered, body }: Sent) => {
      const isPacked = takesPacked(request) && Buffer.isBuffer(body) && body.byteLength > worthPacking
      const sent = isPacked ? await packedOf(body) : body
      response.writeHead(status, {
        ...answered,
        ...(isPacked ? { "content-encoding": "gzip" } : {}),
        ...(sent === null ? {} : { "content-length": Buffer.byteLength(sent) }),
      })
      response.end(method === "HEAD" ? undefined : (sent ?? undefined))
    }
    answerApi(database, config, call)
      .then(send)
      .catch((error) => response.destroy(error))
    return true
  }
}
