import { sql } from "drizzle-orm"
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client"
import type { Database } from "@/db/connect"

/** What the site counts about itself, in the words of Prometheus. */
export type SiteMeasures = {
  /** Notes an answer that was sent, by the first digit of its status. */
  note(status: number, seconds: number): void
  /** The text that Prometheus reads; the database is asked one small question for it. */
  text(): Promise<{ type: string; body: string }>
}

/** Opens the counters: requests and their time, the event loop's lag, memory, and the files that wait to be read. */
export function openMeasures(owner: Database): SiteMeasures {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    ...{ name: "fadu_http_requests_total", help: "Requests by class of status", registers },
    labelNames: ["class"] as const,
  })
  const durations = new Histogram({
    ...{ name: "fadu_http_request_duration_seconds", help: "Time from request to the end of the answer" },
    ...{ registers, buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
  })
  new Gauge({
    ...{ name: "fadu_imports_waiting", help: "Files that wait to be read or are being read", registers },
    async collect() {
      this.set(await countWaiting(owner))
    },
  })
  return {
    note(status, seconds) {
      requests.inc({ class: `${Math.floor(status / 100)}xx` })
      durations.observe(seconds)
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  }
}

/** NaN while the database is away: the other figures are still worth reading then. */
async function countWaiting(owner: Database): Promise<number> {
  const [row] = await owner
    .execute<{ n: number }>(
      sql`select count(*)::int as n from import_items where state in ('waiting', 'reading')`,
    )
    .catch(() => [])
  return row?.n ?? Number.NaN
}
