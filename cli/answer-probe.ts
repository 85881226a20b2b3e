import { createHash, timingSafeEqual } from "node:crypto"
import type { IncomingMessage, ServerResponse } from "node:http"
import { checkReady } from "@/services/site/check-ready"
import { openMeasures, type SiteMeasures } from "@/services/site/site-measures"
import { siteOwner } from "@/services/site/site-owner"

/** The site's own pages for machines that watch over it. */
export type Probes = {
  measures: SiteMeasures
  /** Answers /healthz, /readyz and /metrics; false for any other path. `from` is the network address of whoever asks. */
  answer(path: string, request: IncomingMessage, response: ServerResponse, from: string): boolean
}

const keptForMs = 1000
const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" }

/** `token`: who sends it as a bearer may read the measures from anywhere; without one, this machine only. */
export function openProbes(environment: Record<string, string | undefined>, token: string | null): Probes {
  const owner = siteOwner(environment)
  const measures = openMeasures(owner)
  let known = { until: 0, reason: checkReady(owner) }
  const ready = () => {
    if (Date.now() > known.until) known = { until: Date.now() + keptForMs, reason: checkReady(owner) }
    return known.reason
  }
  const send = (response: ServerResponse, status: number, body: string, type = plain["content-type"]) =>
    response.writeHead(status, { ...plain, "content-type": type }).end(body)
  const pages: Record<string, (request: IncomingMessage, response: ServerResponse, from: string) => void> = {
    "/healthz": (_, response) => send(response, 200, "ok\n"),
    "/readyz": async (_, response) => {
      const reason = await ready()
      send(response, reason === null ? 200 : 503, `${reason ?? "ready"}\n`)
    },
    "/metrics": async (request, response, from) => {
      if (!mayRead(request, from, token)) return send(response, 404, "404\n")
      const { type, body } = await measures.text()
      return send(response, 200, body, type)
    },
  }
  return {
    measures,
    answer(path, request, response, from) {
      const page = Object.hasOwn(pages, path) ? pages[path] : undefined
      page?.(request, response, from)
      return page !== undefined
    },
  }
}

function mayRead({ headers }: IncomingMessage, from: string, token: string | null): boolean {
  if (token === null) return from === "::1" || from.startsWith("127.")
  const hash = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(hash(headers.authorization ?? ""), hash(`Bearer ${token}`))
}
