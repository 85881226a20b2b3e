import { createServer, type IncomingMessage } from "node:http"
import next from "next"
import { isTrustedHost, readConfig } from "@/services/config"

// The site's process, started by serve.ts: Next behind a server of our own, which alone knows who is at the other end.

const outcome = readConfig(process.env)
if ("fault" in outcome) throw new Error(outcome.fault)
const { port, host, address } = outcome.config

/** The network address of whoever asks. What a browser claims counts for nothing; a proxy on this machine is believed where
 * there is one, which FADU_ADDRESS says: it adds the last entry. */
function addressOf(request: IncomingMessage): string {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "")
  const isProxy = address !== null && (peer === "::1" || peer.startsWith("127."))
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
  return (isProxy && forwarded.split(",").at(-1)?.trim()) || peer
}

const site = next({ dev: false, hostname: host, port })
const answer = site.getRequestHandler()
await site.prepare()
const server = createServer((request, response) => {
  if (!isTrustedHost(request.headers.host ?? "", address)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("404")
    return
  }
  // Other sites may put a view into a frame of theirs, and nothing else: a page in a frame can be made to look like theirs.
  const isEmbed = /^\/embed(?![^/?])/.test(request.url ?? "")
  response.setHeader("content-security-policy", `frame-ancestors ${isEmbed ? "*" : "'none'"}`)
  const from = addressOf(request)
  request.headers["x-fadu-from"] = from
  request.headers["x-fadu-path"] = (request.url ?? "/").replace(/[?&]_rsc=[^&]*/, "")
  request.headers["x-forwarded-for"] = from
  delete request.headers["x-forwarded-host"]
  void answer(request, response)
})
server.listen(port, host, () => console.log("Ready"))
process.on("SIGTERM", () => process.exit(0))
