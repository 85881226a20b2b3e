import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import type { Browser, Page } from "playwright-core"
import type { TestProject } from "vitest/node"
import { median, ratioOf, round } from "@/bench/measure"
import { writeResults } from "@/bench/write-results"
import { generateDemo } from "@/demo/generate-demo"
import { freePort } from "@/tests/start-postgres"
import { launchBrowser } from "@/tests/walks/launch-browser"
import setup, { copyDemonstration, walkPassword } from "@/tests/walks/prepare"

// How soon a chart of the same figures is seen with the processor slowed down four times: `/explore` of the built site, a bare
// page that draws it with uPlot, one with Observable Plot, and one that Observable Framework builds around Plot. In turns, so
// that what else the machine does meets all alike; each round begins with another one, and none begins while the one before is
// still being cleared away. From an empty tab, and from one that shows another site, as whoever comes from elsewhere has it: there
// the browser goes on in another process whichever page comes, from an empty tab only for a page that keeps others' windows away.

const slowdown = 4
const rounds = 30
const changeRounds = 9
const restMs = 500

/** The figures of the default view: a line a town, a value or null a year. */
function figures() {
  const reports = generateDemo()
  const years = [...new Set(reports.map(({ year }) => year))].sort()
  const towns = [...new Set(reports.map(({ townCode }) => townCode))]
  const lines = towns.map((town) =>
    years.map((year) => {
      const report = reports.find((one) => one.townCode === town && one.year === year)
      return report?.truth.find(({ metric }) => metric === "contracts_reviewed")?.value ?? null
    }),
  )
  return { years, towns, lines }
}

const data = JSON.stringify(figures())
const pages = {
  uplot: `import uPlot from "uplot"
    import "uplot/dist/uPlot.min.css"
    const { years, towns, lines } = ${data}
    const series = [{}, ...towns.map((town) => ({ label: String(town), stroke: "#666", width: 1 }))]
    const options = { width: 940, height: 400, scales: { x: { time: false } }, series, legend: { show: false } }
    new uPlot(options, [years, ...lines], document.querySelector("main"))`,
  plot: `import { plot, line, dot } from "@observablehq/plot"
    const { years, towns, lines } = ${data}
    const rows = towns.flatMap((town, at) => years.map((year, i) => ({ town, year, value: lines[at][i] })))
    const marks = [line(rows, { x: "year", y: "value", z: "town" }), dot(rows, { x: "year", y: "value", r: 2 })]
    document.querySelector("main").append(plot({ width: 940, height: 400, x: { tickFormat: "d" }, marks }))`,
}

/** The same chart as a page of Observable Framework, by path; installed and built in a folder of its own, so that nothing of it
 * is asked of who only uses the product. */
function buildFramework(): ReadonlyMap<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "fadu-framework-"))
  const run = (command: string, ...words: string[]) => {
    const done = spawnSync(command, words, { cwd: folder, encoding: "utf8" })
    if (done.status !== 0) throw new Error(`${command} ${words.join(" ")}:\n${done.stdout}${done.stderr}`)
  }
  const page = pages.plot.replace('document.querySelector("main").append(plot(', "display(plot(")
  mkdirSync(join(folder, "src"))
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }')
  writeFileSync(join(folder, "src/index.md"), `# 合同合法性审查数\n\n\`\`\`js\n${page}\n\`\`\`\n`)
  const config = { title: "chart", root: "src", output: "dist", sidebar: false, toc: false, style: null }
  writeFileSync(join(folder, "observablehq.config.js"), `export default ${JSON.stringify(config)}`)
  const wanted = ["@observablehq/framework@1.13.4", "@observablehq/plot@0.6.17"]
  run("npm", "install", "--no-audit", "--no-fund", "--loglevel=error", ...wanted)
  run(process.execPath, "node_modules/@observablehq/framework/dist/bin/observable.js", "build")
  const names = readdirSync(join(folder, "dist"), { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath ?? entry.path, entry.name)
    const isPage = entry.name === "index.html"
    // Without the font that it would fetch from outside.
    const content = isPage
      ? readFileSync(path, "utf8").replace(/<link[^>]*fonts\.g[^>]*>/g, "")
      : readFileSync(path)
    files.set(isPage ? "/" : path.slice(join(folder, "dist").length), Buffer.from(content))
  }
  rmSync(folder, { recursive: true, force: true })
  return files
}

const typeOf = (path: string) =>
  path.endsWith(".js") ? "text/javascript" : path.endsWith(".css") ? "text/css" : "text/html; charset=utf-8"

/** A bare page of a library: its script and style as a bundler makes them, served compressed. */
async function serveBare(): Promise<{ address: string; elsewhere: string; close: () => void }> {
  const answers = new Map<string, { type: string; body: Buffer }>()
  for (const [name, contents] of Object.entries(pages)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: process.cwd() },
      ...{ bundle: true, minify: true, format: "esm", write: false, outdir: "out" },
    })
    const text = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))?.text
    const style = text(".css")
    answers.set(`/${name}.js`, { type: "text/javascript", body: gzipSync(text(".js") ?? "") })
    if (style) answers.set(`/${name}.css`, { type: "text/css", body: gzipSync(style) })
    const head = style ? `<link rel="stylesheet" href="/${name}.css">` : ""
    const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title>${head}<h1>合同合法性审查数</h1><main></main><script type="module" src="/${name}.js"></script>`
    answers.set(`/${name}`, { type: "text/html; charset=utf-8", body: gzipSync(html) })
  }
  // Called by its name it is another site than the pages, which are called by a number.
  const other =
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>other</title><h1>办公系统</h1>'
  answers.set("/other", { type: "text/html; charset=utf-8", body: gzipSync(other) })
  for (const [path, content] of buildFramework())
    answers.set(`/framework${path}`, { type: typeOf(path), body: gzipSync(content) })
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? "")
    if (!answer) return response.writeHead(404).end()
    response.writeHead(200, { "content-type": answer.type, "content-encoding": "gzip" }).end(answer.body)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    elsewhere: `http://localhost:${port}/other`,
    close: () => server.close(),
  }
}

/** The built site with the demonstration data, and the cookie of a leader. */
async function serveSite(): Promise<{
  address: string
  cookie: string
  child: ChildProcess
  end: () => void
}> {
  let folder = ""
  const provide = (_: string, value: string) => {
    folder = value
  }
  const end = await setup({ provide } as unknown as TestProject)
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: "production", PORT: String(port), DATABASE_URL: "" } as const
  const child = spawn(process.execPath, ["cli/start.mjs"], {
    env: { ...env, FADU_DATA: copyDemonstration(folder) },
    stdio: ["ignore", "pipe", "inherit"],
  })
  // The others are called by this number, too: a name would have to be looked up.
  const address = `http://127.0.0.1:${port}`
  await new Promise<void>((done) =>
    child.stdout?.on("data", (text: Buffer) => String(text).includes(`:${port}`) && done()),
  )
  const body = new FormData()
  body.set("username", "leader")
  body.set("password", walkPassword)
  const signedIn = await fetch(`${address}/session`, { method: "POST", body, headers: { origin: address } })
  return { address, cookie: signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "", child, end }
}

/** Milliseconds from the start of loading until a frame with the chart in it has been painted; `from` is what the tab shows until
 * then, if it is not empty. */
async function timeToChart(
  browser: Browser,
  url: string,
  selector: string,
  cookie: string | null,
  from: string | null,
) {
  const page = await slowPage(browser, url, cookie)
  // As text: tsx names the functions of a script, which the browser knows nothing of.
  await page.addInitScript(`{
    const look = () => {
      const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect()
      const isThere = box && box.width > 0 && box.height > 0
      requestAnimationFrame(isThere ? () => { window.chartSeen = performance.now() } : look)
    }
    requestAnimationFrame(look)
  }`)
  if (from) {
    await page.goto(from)
    await page.waitForTimeout(restMs)
  }
  await page.goto(url)
  const seen = await page.waitForFunction("window.chartSeen")
  const time = Number(await seen.jsonValue())
  await page.context().close()
  return time
}

async function slowPage(browser: Browser, url: string, cookie: string | null): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
  const [name = "", value = ""] = cookie?.split("=") ?? []
  if (cookie) await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send("Emulation.setCPUThrottlingRate", { rate: slowdown })
  return page
}

/** Milliseconds of scripting that a change of the view costs, from the click until the page is quiet again. */
async function scriptingOf(
  browser: Browser,
  site: string,
  cookie: string,
  path: string,
  press: string,
  choose: string | null,
) {
  const page = await slowPage(browser, site, cookie)
  const client = await page.context().newCDPSession(page)
  await client.send("Performance.enable")
  const spent = async () => {
    const { metrics } = await client.send("Performance.getMetrics")
    return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0)
  }
  await page.goto(site + path, { waitUntil: "networkidle" })
  await page.waitForTimeout(1000)
  const control = page.locator(press).first()
  await control.scrollIntoViewIfNeeded()
  const box = await control.boundingBox()
  if (!box) throw new Error(`not there: ${press}`)
  // By the mouse and as few words as can be: what looks for a control and waits until it can be pressed are scripts of their own.
  const before = await spent()
  if (choose === null) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  else
    await page.evaluate(`{
      const field = document.querySelector(${JSON.stringify(press)})
      field.value = ${JSON.stringify(choose)}
      field.dispatchEvent(new Event("change", { bubbles: true }))
    }`)
  await page.waitForURL((url) => url.pathname + url.search !== path)
  await page.waitForTimeout(1500)
  const time = (await spent()) - before
  await page.context().close()
  return time
}

const site = await serveSite()
const bare = await serveBare()
const browser = await launchBrowser()
type Side = "explore" | "uplot" | "plot" | "framework"
const sides: readonly [Side, (from: string | null) => Promise<number>][] = [
  [
    "explore",
    (from) => timeToChart(browser, `${site.address}/explore`, "figure svg a[data-mark]", site.cookie, from),
  ],
  ["uplot", (from) => timeToChart(browser, `${bare.address}/uplot`, ".uplot canvas", null, from)],
  ["plot", (from) => timeToChart(browser, `${bare.address}/plot`, "main svg", null, from)],
  ["framework", (from) => timeToChart(browser, `${bare.address}/framework/`, "main svg", null, from)],
]
/** How soon each is seen in every round, and the product against each. */
async function timesToChart(from: string | null) {
  const times: Record<Side, number[]> = { explore: [], uplot: [], plot: [], framework: [] }
  for (let at = 0; at <= rounds; at += 1)
    for (const first of sides.keys()) {
      const [name, look] = sides[(first + at) % sides.length] as (typeof sides)[number]
      await new Promise((done) => setTimeout(done, restMs))
      const time = await look(from)
      // The first round warms up server and browser.
      if (at > 0) times[name].push(time)
    }
  return {
    millisecondsToChart: {
      explore: round(median(times.explore)),
      barePageOfUplot: round(median(times.uplot)),
      barePageOfObservablePlot: round(median(times.plot)),
      observableFramework: round(median(times.framework)),
    },
    exploreAgainstUplot: ratioOf(times.explore, times.uplot),
    exploreAgainstObservablePlot: ratioOf(times.explore, times.plot),
    exploreAgainstObservableFramework: ratioOf(times.explore, times.framework),
  }
}
// A site that has been in use for a while.
for (let at = 0; at < 200; at += 1)
  await (await fetch(`${site.address}/explore`, { headers: { cookie: site.cookie } })).arrayBuffer()
const fromEmptyTab = await timesToChart(null)
const fromAnotherSite = await timesToChart(bare.elsewhere)
/** What is changed: the page it is changed on, the control, and what is chosen there. */
const changes = {
  metric: ["/explore", 'select[name="metric"]', "disputes_mediated"],
  year: ["/explore?view=bar", '[data-year="2021"]', null],
  town: ["/explore?view=table", 'input[name="towns"]', null],
  view: ["/explore?view=heat", 'a[href="/explore?view=table"]', null],
} as const
type Change = keyof typeof changes
const scripting: Record<Change, number[]> = { metric: [], year: [], town: [], view: [] }
for (let at = 0; at < changeRounds; at += 1)
  for (const [name, [path, press, choose]] of Object.entries(changes))
    scripting[name as Change].push(await scriptingOf(browser, site.address, site.cookie, path, press, choose))
const medians = Object.entries(scripting).map(([name, times]) => [name, round(median(times))])
await browser.close()
bare.close()
site.child.kill("SIGTERM")
site.end()
writeResults("pages", {
  slowdown,
  rounds,
  ...fromEmptyTab,
  fromAnotherSite,
  changeRounds,
  millisecondsOfScriptingToChange: Object.fromEntries(medians),
})
