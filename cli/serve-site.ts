import { randomBytes, randomUUID } from "node:crypto"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { isIP } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import next from "next"
import { openApi } from "@/cli/answer-api"
import { openProbes } from "@/cli/answer-probe"
import { problem } from "@/services/api/problem-details"
import { isTrustedHost, readConfig } from "@/services/config"
import { logLine } from "@/services/site/log-line"
import { openBudget } from "@/services/site/request-budget"
import { securityHeaders } from "@/services/site/security-headers"
import { sendCompressed, sendSeenFirst } from "@/services/site/send-compressed"
import { openTurns } from "@/services/site/take-turns"
import { ofProcess } from "@/services/wake-imports"

// The site's process, started by serve.ts: Next behind a server of our own, which alone knows who is at the other end.

const outcome = readConfig(process.env)
if ("fault" in outcome) throw new Error(outcome.fault)
const { port, host, address, proxies, limits, metricsToken, log } = outcome.config
const importsAfterMs = 2000
const isSecure = address?.protocol === "https:"
const budgets = [
  { path: /^\/api\/v1(\/|$)/, method: null, take: openBudget(limits.apiPerMinute) },
  { path: /^\/import\/upload\/?$/, method: "POST", take: openBudget(limits.uploadsPerMinute) },
]

/** The network address of whoever asks. What a browser claims counts for nothing; a proxy on this machine, or
 * at FADU_PROXY, is believed where there is one, which FADU_ADDRESS says: it adds the last entry. */
function addressOf(request: IncomingMessage): string {
  const peer = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "")
  const isProxy = address !== null && proxies.check(peer, isIP(peer) === 6 ? "ipv6" : "ipv4")
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
  return (isProxy && forwarded.split(",").at(-1)?.trim()) || peer
}

/** The path as browsers write it; null where there is none. */
function pathOf(request: IncomingMessage): string | null {
  return URL.canParse(request.url ?? "", "http://site")
    ? new URL(request.url ?? "", "http://site").pathname
    : null
}

/** Counts a request, and logs it, once its answer has gone out. */
function follow(request: IncomingMessage, response: ServerResponse, id: string, path: string) {
  const began = performance.now()
  response.on("close", () => {
    const ms = performance.now() - began
    probes.measures.note(response.statusCode, ms / 1000)
    if (!log) return
    const { statusCode: status, writableFinished } = response
    const line = logLine(
      new Date(),
      { id, method: request.method ?? "", path, status, ms },
      !writableFinished,
    )
    process.stderr.write(`${line}\n`)
  })
}

/** In how many seconds this request may be sent again; 0: now. */
function waitFor(request: IncomingMessage, path: string, from: string): number {
  const budget = budgets.find(
    (one) => one.path.test(path) && (one.method ?? request.method) === request.method,
  )
  return budget?.take(from, Date.now()) ?? 0
}

/** Pages that are read before they are used. */
const seenFirst = new Set<string | null>(["/explore"])

/** The start command prepares the database while this process gets ready, and ends this one by going away. */
const prepared = new Promise((done) => process.once("message", done))
/** Reading left-over imports begins after the first pages. */
ofProcess.faduMayImport = prepared.then(() => sleep(importsAfterMs))
process.once("disconnect", () => process.exit(0))

const takeTurn = openTurns()
const site = next({ dev: false, hostname: host, port })
const answer = site.getRequestHandler()
await site.prepare()
await prepared
const probes = openProbes(process.env, metricsToken)
const answerApi = openApi(process.env, outcome.config)
const server = createServer((request, response) => {
  const id = randomUUID()
  const path = pathOf(request)
  response.setHeader("x-request-id", id)
  follow(request, response, id, path ?? "")
  let drawn = ""
  const nonce = () => {
    drawn ||= randomBytes(16).toString("base64")
    return drawn
  }
  for (const [name, value] of Object.entries(securityHeaders(path ?? "", nonce, isSecure)))
    response.setHeader(name, value)
  const from = addressOf(request)
  if (path !== null && probes.answer(path, request, response, from)) return
  if (path === null || !isTrustedHost(request.headers.host ?? "", address)) {
    response.writeHead(404, { "content-type": "text/plain" }).end("404")
    return
  }
  const wait = waitFor(request, path, from)
  if (wait > 0) {
    const type = "application/problem+json; charset=utf-8"
    response.writeHead(429, {
      "content-type": type,
      "cache-control": "no-store",
      "retry-after": String(wait),
    })
    response.end(JSON.stringify(problem(429)))
    return
  }
  if (answerApi(request, response, from)) return
  const isWhole = seenFirst.has(path)
  const own = {
    ...{ "x-fadu-from": from, "x-forwarded-for": from, "x-fadu-nonce": nonce(), "x-fadu-request": id },
    // How a page is written as HTML, if it is; Next itself keeps from pages what its own scripts ask for.
    "x-fadu-document":
      request.method !== "GET" || request.headers.rsc !== undefined ? "" : isWhole ? "whole" : "pieces",
    "x-fadu-path": (request.url ?? "/").replace(/[?&]_rsc=[^&]*/, ""),
    // Next takes the nonce for its own scripts from here.
    "content-security-policy": `script-src 'nonce-${nonce()}'`,
  }
  Object.assign(request.headers, own)
  delete request.headers["x-forwarded-host"]
  delete request.headers["content-security-policy-report-only"]
  sendCompressed(request, response)
  if (isWhole) sendSeenFirst(request, response, nonce())
  const isPage = request.method === "GET" && !path.startsWith("/_next/")
  if (isPage) takeTurn(response, () => void answer(request, response))
  else void answer(request, response)
})
server.listen(port, host, () => console.log("Ready"))
process.on("SIGTERM", () => process.exit(0))
