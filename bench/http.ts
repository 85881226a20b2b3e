import { spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { loadavg } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { directusPath, serveDirectus } from "@/bench/directus"
import { round } from "@/bench/measure"
import { loadInTurns, openBenchSite, serve, type Target } from "@/bench/site"
import { writeResults } from "@/bench/write-results"
import { townsOfCounty } from "@/catalogue/divisions"
import { metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import { buildSite } from "@/cli/build-site.mjs"
import { freePort } from "@/tests/start-postgres"

// The site against a bare server of node:http that asks PostgreSQL the same and sends the rows, and against a Next app with an
// empty handler and an empty page, and against Directus over the same figures: in turns, with 1, 20 and 50 connections. What is uncached has an address that was never
// asked before; what is cached, one that was.

const empty = {
  "app/layout.jsx":
    "export default function Layout({ children }) { return <html><body>{children}</body></html> }",
  "app/page.jsx":
    'export const dynamic = "force-dynamic"\nexport default function Page() { return <main>empty</main> }',
  "app/api/route.js":
    'export const dynamic = "force-dynamic"\nexport function GET() { return Response.json({ data: [] }) }',
  "serve.mjs": `import { createServer } from "node:http"
import next from "next"
const app = next({ dev: false, dir: import.meta.dirname, hostname: "127.0.0.1", port: Number(process.env.PORT) })
const answer = app.getRequestHandler()
await app.prepare()
createServer((request, response) => void answer(request, response)).listen(Number(process.env.PORT), "127.0.0.1", () => console.log("Ready"))`,
  "package.json": '{ "type": "module" }',
}

/** A Next app with nothing in it, built in a folder of its own. */
async function serveEmpty() {
  const folder = mkdtempSync(join(process.cwd(), ".bench-empty-"))
  for (const [name, text] of Object.entries(empty)) {
    mkdirSync(join(folder, name, ".."), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" } as NodeJS.ProcessEnv
  const built = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build", folder], { env })
  if (built.status !== 0) throw new Error(`next build: ${built.stdout}${built.stderr}`)
  const port = await freePort()
  const child = spawn(process.execPath, [join(folder, "serve.mjs")], {
    env: { ...env, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  })
  await new Promise<void>((done) =>
    child.stdout.on("data", (text: Buffer) => String(text).includes("Ready") && done()),
  )
  const close = () => {
    child.kill("SIGTERM")
    rmSync(folder, { recursive: true, force: true })
  }
  return { address: `http://127.0.0.1:${port}`, close }
}

const county = 990181
const years = { from: 2019, to: 2024 }

/** What a series is made of, as the public, on connections that know it: its figures and which reports are held; under /figures
 * the figures alone, which is what the product asks while the county's data stay the same. */
async function serveBare(url: string) {
  const connection = {
    ...{ role: "fadu_app", "fadu.role": "public", "fadu.town": "" },
    plan_cache_mode: "force_generic_plan",
  }
  const sql = postgres(url, { max: 10, onnotice: () => {}, connection })
  const towns = (await sql<{ code: number }[]>`select code from towns where county_code = ${county}`).map(
    ({ code }) => code,
  )
  const server = await serve(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://bare")
    const metric = metricOf(searchParams.get("metric") as Parameters<typeof metricOf>[0]).id
    const [data, held] = await Promise.all([
      sql`
        select o.town_code, o.metric_id, o.reference_year, o.version, o.value, o.missing, o.exactness, o.low, o.high, o.flags,
          o.starts_at, o.quote, o.ends_at, o.sentence
        from published_sentences o
        where o.superseded_at is null and o.county_code = ${county}::int and o.town_code = any (${towns}::int[])
          and o.metric_id = ${metric}::int and o.reference_year between ${years.from} and ${years.to}`,
      pathname === "/figures"
        ? undefined
        : sql`select town_code, reference_year, version, published_on::text, published from held_reports(${county})`,
    ])
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data, held }))
  })
  const close = async () => {
    server.close()
    await sql.end()
  }
  return { address: server.address, close }
}

await buildSite()
const next = await serveEmpty()
const site = await openBenchSite()
const bare = await serveBare(site.url)
const directus = await serveDirectus(site.url)
const codes = metrics.map(({ code }) => code)
const towns = townsOfCounty(county).map(({ code }) => code)
const series = (n: number) => {
  const limit = 19 + (Math.floor(n / codes.length) % 182)
  return `metric=${codes[n % codes.length]}&town=${county}&years=${years.from}..${years.to}&limit=${limit}`
}
const idOf = (n: number) => metrics[n % metrics.length]?.id ?? 1
const kept = `${site.address}/api/v1/series?metric=contracts_reviewed&town=${county}&years=${years.from}..${years.to}`

const first = async (url: string) => {
  const start = performance.now()
  await (await fetch(url)).arrayBuffer()
  return round(performance.now() - start)
}
const cold = {
  series: await first(kept),
  explore: await first(`${site.address}/explore`),
  home: await first(`${site.address}/`),
}
const etag = (await fetch(kept)).headers.get("etag") ?? ""

const targets: Record<
  | "bare"
  | "bareFigures"
  | "emptyHandler"
  | "directus"
  | "directusOneTable"
  | "uncached"
  | "cached"
  | "notModified",
  Target
> = {
  bare: { url: (n) => `${bare.address}/?${series(n)}` },
  bareFigures: { url: (n) => `${bare.address}/figures?${series(n)}` },
  directus: { url: (n) => directus.address + directusPath("figures", idOf(n), towns, years) },
  directusOneTable: { url: (n) => directus.address + directusPath("sentences", idOf(n), towns, years) },
  emptyHandler: { url: () => `${next.address}/api` },
  uncached: { url: (n) => `${site.address}/api/v1/series?${series(n)}` },
  cached: { url: () => kept },
  notModified: { url: () => kept, headers: { "if-none-match": etag }, status: 304 },
}
const pages: Record<"emptyPage" | "explore" | "home", Target> = {
  emptyPage: { url: () => `${next.address}/` },
  explore: { url: () => `${site.address}/explore` },
  home: { url: () => `${site.address}/` },
}
const results: Record<string, object> = {}
for (const connections of [1, 20, 50]) {
  const found = await loadInTurns(targets, connections, { rounds: 5, ms: 1500 })
  const against = (one: keyof typeof targets, other: keyof typeof targets) =>
    round(found[other].p50 / found[one].p50)
  results[`seriesWith${connections}`] = {
    ...found,
    uncachedAgainstDirectus: against("uncached", "directus"),
    uncachedAgainstDirectusOfOneTable: against("uncached", "directusOneTable"),
    uncachedAgainstBare: against("uncached", "bare"),
    uncachedAgainstBareFigures: against("uncached", "bareFigures"),
    cachedAgainstEmptyHandler: against("cached", "emptyHandler"),
    notModifiedAgainstEmptyHandler: against("notModified", "emptyHandler"),
  }
}
for (const connections of [1, 50]) {
  const found = await loadInTurns(pages, connections, { rounds: 3, ms: 2000 })
  results[`pagesWith${connections}`] = {
    ...found,
    exploreAgainstEmptyPage: round(found.emptyPage.p50 / found.explore.p50),
    homeAgainstEmptyPage: round(found.emptyPage.p50 / found.home.p50),
  }
}
await bare.close()
next.close()
directus.close()
await site.stop()
writeResults("http", { loadOfMachine: round(loadavg()[0] ?? 0), millisecondsCold: cold, ...results })
