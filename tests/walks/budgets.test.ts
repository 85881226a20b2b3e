import { gzipSync } from "node:zlib"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openSite, type Site } from "@/tests/walks/open-site"

/** In bytes as they travel. The first load is scripts and styles; the HTML, which holds the figures, has a budget of its own.
 * Bytes, not times: those are the bench's, on a machine that does nothing else. */
const budgets = {
  beforeRecharts: 170_000,
  withRecharts: 300_000,
  html: 60_000,
  shift: 0.02,
}

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

type Load = { url: string; bytes: number; holdsRecharts: boolean }

/** Loads a page with an empty cache, acts on it, and counts what the network brought, file by file. */
async function loadsOf(page: Page, path: string, act = async () => {}): Promise<readonly Load[]> {
  const client = await page.context().newCDPSession(page)
  await client.send("Network.enable")
  await client.send("Network.setCacheDisabled", { cacheDisabled: true })
  const urls = new Map<string, string>()
  const sizes = new Map<string, number>()
  client.on("Network.responseReceived", ({ requestId, response }) => urls.set(requestId, response.url))
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  )
  await page.goto(path, { waitUntil: "networkidle" })
  await act()
  return Promise.all(
    [...urls].map(async ([id, url]) => {
      const isScript = new URL(url).pathname.endsWith(".js")
      const text = isScript ? await (await fetch(url)).text() : ""
      return { url, bytes: sizes.get(id) ?? 0, holdsRecharts: text.includes("recharts-") }
    }),
  )
}

const sum = (loads: readonly Load[]) => loads.reduce((total, { bytes }) => total + bytes, 0)

test.each(["/", "/explore", "/explore?view=bar", "/explore?view=heat"])(
  "%s costs no more than its budget, and nothing comes from outside",
  async (path) => {
    const page = await site.page("desk", { as: "leader" })
    const loads = await loadsOf(page, path)
    const outside = loads.filter(({ url }) => !url.startsWith(site.address) && !url.startsWith("data:"))
    expect(outside.map(({ url }) => url)).toEqual([])
    const first = loads.filter(({ url }) => /\.(js|css)$/.test(new URL(url).pathname))
    const before = sum(first)
    const listed = loads.map(({ url, bytes }) => `${bytes} ${url.slice(site.address.length)}`).join("\n")
    expect(before, listed).toBeLessThanOrEqual(budgets.beforeRecharts)
    expect(loads.filter(({ holdsRecharts }) => holdsRecharts)).toEqual([])
    const html = await (await page.request.get(path)).body()
    // A figure travels once, not again as what a script is told.
    if (path.startsWith("/explore")) expect(String(html).split("<figcaption").length - 1).toBe(1)
    expect(gzipSync(html).length, `HTML of ${html.length} bytes`).toBeLessThanOrEqual(budgets.html)
    await page.context().close()
  },
)

test("a chart that somebody turns to costs no more than its budget", async () => {
  const page = await site.page("desk", { as: "leader" })
  const loads = await loadsOf(page, "/explore", async () => {
    await page.locator("a[data-mark]").first().hover({ force: true })
    await page.locator(".recharts-wrapper").waitFor()
  })
  const scripts = loads.filter(({ url }) => /\.(js|css)$/.test(new URL(url).pathname))
  expect(scripts.some(({ holdsRecharts }) => holdsRecharts)).toBe(true)
  expect(sum(scripts)).toBeLessThanOrEqual(budgets.withRecharts)
  await page.context().close()
})

test.each(["desk", "phone"] as const)("nothing jumps while a page comes in (%s)", async (size) => {
  const page = await site.page(size, { as: "leader" })
  for (const path of ["/", "/explore", "/explore?view=bar", "/explore?view=multiples"]) {
    await page.goto(path, { waitUntil: "networkidle" })
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let total = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) total += (entry as unknown as { value: number }).value
          }).observe({ type: "layout-shift", buffered: true })
          setTimeout(() => done(total), 500)
        }),
    )
    expect(shift, path).toBeLessThan(budgets.shift)
  }
})
