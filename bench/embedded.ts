import { mkdtempSync, rmSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { median, round } from "@/bench/measure"
import { writeResults } from "@/bench/write-results"
import { demoCounty } from "@/catalogue/data/demo-county"
import { metrics } from "@/catalogue/metrics"
import { demoYears } from "@/demo/generate-demo"
import { asActor, type Desk, terminalActor } from "@/services/desk"
import { loadDemonstration } from "@/services/load-demonstration"
import { migrate } from "@/services/migrate"
import { openDatabase } from "@/services/open-database"
import { viewSeries } from "@/services/view-explore"

// How long the event loop of the asking process stands still while the embedded database works: at a query that takes it
// seconds, and at the biggest that the product has, every metric of every town and year.

const folder = mkdtempSync(join(tmpdir(), "fadu-bench-"))
const opened = await openDatabase({ databaseUrl: null, dataFolder: folder })
await migrate(opened.owner)
await loadDemonstration(opened.database, new Date())
const desk: Desk = {
  ...{ database: opened.database, actor: terminalActor, from: { channel: "terminal", address: null } },
  now: new Date(),
}

/** The longest time in which nothing else of this process got a turn while some work ran, in milliseconds, and how long it ran. */
async function stallOf(work: () => Promise<unknown>) {
  let longest = 0
  let last = performance.now()
  let isOver = false
  const tick = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(tick)
  }
  const start = performance.now()
  setImmediate(tick)
  await work()
  isOver = true
  return { longest, took: performance.now() - start }
}

const query = { countyCode: demoCounty.county.code, towns: [], years: demoYears }
const works = {
  idle: () => new Promise((done) => setTimeout(done, 500)),
  longQuery: () =>
    asActor(desk, (tx) =>
      tx.execute(sql`
        select count(*) from evidence a, evidence b where a.sentence < b.sentence and length(a.quote || b.quote) > 3`),
    ),
  everything: () => viewSeries(desk, { ...query, metrics: metrics.map(({ code }) => code) }),
  oneMetric: () => viewSeries(desk, { ...query, metrics: ["contracts_reviewed"] }),
}
const results: Record<string, object> = {}
for (const [name, work] of Object.entries(works)) {
  await work()
  const found = []
  for (let at = 0; at < 7; at += 1) found.push(await stallOf(work))
  results[name] = {
    millisecondsOfStall: round(median(found.map(({ longest }) => longest))),
    millisecondsInAll: round(median(found.map(({ took }) => took))),
  }
}
await opened.close()
rmSync(folder, { recursive: true, force: true })
writeResults("embedded", { loadOfMachine: round(loadavg()[0] ?? 0), ...results })
