import { mkdtempSync, rmSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { monitorEventLoopDelay } from "node:perf_hooks"
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

/** How late this process got round to a timer of a millisecond while some work ran, as it was 99 times of 100 and at the worst,
 * and how long the work took; in milliseconds. */
async function stallOf(work: () => Promise<unknown>) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const start = performance.now()
  delay.enable()
  await work()
  delay.disable()
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1_000_000 - 1)
  return { usual: late(delay.percentile(99)), longest: late(delay.max), took: performance.now() - start }
}

const query = { countyCode: demoCounty.county.code, towns: [], years: demoYears }
const works = {
  idle: () => new Promise((done) => setTimeout(done, 4000)),
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
  for (let at = 0; at < 9; at += 1) found.push(await stallOf(work))
  results[name] = {
    millisecondsOfStall: round(median(found.map(({ longest }) => longest))),
    of99In100: round(median(found.map(({ usual }) => usual))),
    millisecondsInAll: round(median(found.map(({ took }) => took))),
  }
}
await opened.close()
rmSync(folder, { recursive: true, force: true })
writeResults("embedded", { loadOfMachine: round(loadavg()[0] ?? 0), ...results })
