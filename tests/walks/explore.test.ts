import { read, utils } from "@e965/xlsx"
import { afterAll, beforeAll, expect, test } from "vitest"
import { generateDemo } from "@/demo/generate-demo"
import { openSite, type Site } from "@/tests/walks/open-site"

/** What the invented report itself was written with. */
function written(townCode: number, year: number): number | null | undefined {
  const report = generateDemo().find((one) => one.townCode === townCode && one.year === year)
  return report?.truth.find(({ metric }) => metric === "contracts_reviewed")?.value
}

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test("without a script every view is drawn, tabs, years and towns are links and forms", async () => {
  const page = await site.page("desk", { script: false })
  for (const [name, view] of Object.entries({
    变化: "change",
    表格: "table",
    热力: "heat",
    小图: "multiples",
    散点: "scatter",
  })) {
    await page.goto("/explore?metric=disputes_mediated")
    await page.getByRole("link", { name, exact: true }).click()
    expect(new URL(page.url()).searchParams.get("view")).toBe(view)
    await expect.poll(() => page.locator('figure a[href^="/reports/"]').count()).toBeGreaterThan(8)
  }
  await page.goto("/explore?view=bar")
  await page.getByRole("link", { name: "2022年", exact: true }).click()
  await page.getByRole("heading", { name: "合同合法性审查数，2022年" }).waitFor()
  await page.locator('input[value="subdistrict"]').check()
  await page.getByRole("button", { name: "显示所选" }).click()
  expect(new URL(page.url()).searchParams.get("towns")).toBe("subdistrict")
  await expect.poll(() => page.locator("figure [data-mark]").count()).toBe(4)
})

test("choices begin with the chosen option and have all of them soon, by keys as well; without a script from the start", async () => {
  const bare = await site.page("desk", { script: false })
  await bare.goto("/explore?focus=990181100")
  await bare.getByRole("combobox", { name: "指标" }).selectOption("disputes_mediated")
  expect(
    await bare.locator("select:not([name])").evaluateAll((all) => all.map((one) => one.checkVisibility())),
  ).toEqual([false, false])
  await bare.getByRole("button", { name: "显示", exact: true }).click()
  expect(new URL(bare.url()).search).toBe("?metric=disputes_mediated&per=none&focus=990181100&asof=")
  const all = await bare.locator('select[name="metric"] option').count()
  const page = await site.page()
  const said: string[] = []
  page.on("console", (message) => {
    if (/hydrat|Content.Security/i.test(message.text())) said.push(message.text())
  })
  page.on("pageerror", (error) => said.push(error.message))
  await page.goto("/explore?focus=990181100")
  const metric = page.getByRole("combobox", { name: "指标" })
  await expect.poll(() => metric.locator("option").count()).toBe(all)
  expect(await metric.inputValue()).toBe("contracts_reviewed")
  expect(await page.getByRole("combobox", { name: "突出显示" }).inputValue()).toBe("990181100")
  await metric.focus()
  await page.keyboard.press("ArrowDown")
  await page.waitForURL(/metric=/)
  expect(said).toEqual([])
})

test("scripts wait until the page was seen, and each of them runs once", async () => {
  const page = await site.page()
  const order: string[] = []
  await page.exposeFunction("noteOrder", (word: string) => order.push(word))
  await page.addInitScript(() => {
    const note = (word: string) => (window as unknown as { noteOrder(word: string): void }).noteOrder(word)
    new PerformanceObserver(() => note("paint")).observe({ type: "paint", buffered: true })
    document.addEventListener("DOMContentLoaded", () => {
      if (document.querySelector("script[src][async]:not([type=late])")) note("early")
    })
  })
  await page.goto("/explore")
  await page.locator('select[name="metric"]').waitFor()
  expect(order.filter((word) => word === "early")).toEqual([])
  const sources = await page
    .locator("script[src]:not([nomodule])")
    .evaluateAll((all) => all.map((one) => one.getAttribute("src")))
  expect(new Set(sources).size).toBe(sources.length)
  expect(await page.locator("script[type=late]").count()).toBe(0)
})

test("years: a click is one year, shift and a click a range, arrows go along", async () => {
  const page = await site.page()
  await page.goto("/explore?view=table")
  const chip = (year: number) => page.locator(`[data-year="${year}"]`)
  await chip(2021).click()
  await page.waitForURL(/years=2021(&|$)/)
  await chip(2023).click({ modifiers: ["Shift"] })
  await page.waitForURL(/years=2021\.\.2023/)
  await page.getByRole("heading", { name: "合同合法性审查数，2021—2023年" }).waitFor()
  await chip(2021).focus()
  await page.keyboard.press("ArrowRight")
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-year"))).toBe("2022")
  await page.getByRole("link", { name: "全部年份" }).click()
  await expect.poll(() => page.url()).not.toContain("years=")
})

test("towns are found by initials, and Enter takes the first", async () => {
  const page = await site.page()
  await page.goto("/explore?view=table")
  const box = page.getByLabel("查找镇街")
  await expect
    .poll(async () => {
      await box.fill("qtz")
      return page.locator("li[data-found-by]:visible").count()
    })
    .toBe(1)
  await box.press("Enter")
  await page.waitForURL(/towns=990181100/)
  expect(await page.locator("figure tbody tr").count()).toBe(1)
})

test("a cell opens its sentence, and back is the same view", async () => {
  const page = await site.page()
  const view = "/explore?view=heat&years=2021..2023&focus=990181100"
  await page.goto(view)
  await page.locator('a[data-mark="990181100/2022"]').click()
  await page.waitForURL(/\/reports\/990181100\/2022#p\d+/)
  await page.locator("mark:target").waitFor()
  expect(await page.locator("mark:target").innerText()).toContain(String(written(990181100, 2022)))
  await page.goBack()
  await expect.poll(() => page.url(), { timeout: 15_000 }).toContain(view)
})

test("a change keeps its place: the focus, what is open, what is typed; and back is the view before", async () => {
  const page = await site.page()
  await page.goto("/explore?view=bar&years=2023")
  await page.getByText("数据表", { exact: true }).click()
  const metric = page.locator('select[name="metric"]')
  await metric.focus()
  await metric.selectOption("disputes_mediated")
  await page.waitForURL(/metric=disputes_mediated/)
  await page.getByRole("heading", { name: "调处化解矛盾纠纷数，2023年" }).waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("metric")
  expect(await page.locator("figure table").isVisible()).toBe(true)
  await page.getByRole("link", { name: "热力", exact: true }).click()
  await page.waitForURL(/view=heat/)
  await page.goBack()
  await page.getByRole("heading", { name: "调处化解矛盾纠纷数，2023年" }).waitFor()
  expect(await metric.inputValue()).toBe("disputes_mediated")
  await page.goto("/metrics/contracts_reviewed?county=990181")
  await page.goBack()
  await page.getByRole("heading", { name: "调处化解矛盾纠纷数，2023年" }).waitFor()
  // The cookie gone, the next change asks for signing in instead of failing in silence.
  await page.context().clearCookies()
  await metric.selectOption("meetings_held")
  await page.waitForURL(/\/sign-in\?to=/)
})

test("a sheet that is scrolled aside stays so through a change", async () => {
  const page = await site.page("phone")
  await page.goto("/explore?view=heat")
  const scrolled = () => page.evaluate(() => document.querySelector("figure .overflow-x-auto")?.scrollLeft)
  await page.evaluate(() => document.querySelector("figure .overflow-x-auto")?.scrollTo(90, 0))
  expect(await scrolled()).toBe(90)
  await page.locator('select[name="metric"]').selectOption("disputes_mediated")
  await page.getByRole("heading", { name: /^调处化解矛盾纠纷数/ }).waitFor()
  expect(await scrolled()).toBe(90)
})

test("files: a picture, a drawing, rows that a spreadsheet reads, and nothing for strangers", async () => {
  const headers = { cookie: await site.cookie("leader") }
  const get = (path: string, as: object = { headers }) => fetch(site.address + path, as)
  const png = Buffer.from(await (await get("/explore/file/png?view=heat")).arrayBuffer())
  expect(png.subarray(1, 4).toString()).toBe("PNG")
  const svg = await (await get("/explore/file/svg?view=change&years=2023..latest")).text()
  expect(svg).toContain("演示数据：均为虚构")
  const csv = Buffer.from(await (await get("/explore/file/csv")).arrayBuffer())
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
  const lines = csv.toString().trim().split("\r\n")
  expect(lines).toHaveLength(1 + 19 * 6)
  const book = read(Buffer.from(await (await get("/explore/file/xlsx")).arrayBuffer()))
  const sheet = book.Sheets.数据
  expect(sheet && utils.sheet_to_json<unknown[]>(sheet, { header: 1 })[5]?.slice(0, 4)).toEqual([
    ...["青棠镇", "合同合法性审查数", "件", written(990181100, 2019)],
  ])
  expect((await get("/explore/file/pdf")).status).toBe(404)
  expect((await get("/explore/file/csv", {})).status).toBe(403)
  // What the open page asks for is kept for who may see the same, and for nobody else.
  expect((await get("/explore/drawn")).status).toBe(200)
  expect((await get("/explore/drawn", {})).status).toBe(403)
  for (const role of ["auditor", "administrator"] as const) {
    const own = { headers: { cookie: await site.cookie(role) } }
    const page = await (await get("/explore", own)).text()
    const drawn = await get("/explore/drawn", own)
    expect(drawn.status === 200, role).toBe(page.includes("<figcaption"))
  }
})

test("one search answers: the figure, its words, and the way to its sentence", async () => {
  const page = await site.page()
  await page.goto("/")
  await page.getByLabel("查一个数").fill("青棠镇2024年调处数为什么空着")
  await page.getByRole("button", { name: "查找" }).click()
  await page.getByText("青棠镇2024年调处化解矛盾纠纷数：留空未填").waitFor()
  await page.getByRole("link", { name: "打开原句" }).click()
  await page.waitForURL(/\/reports\/990181100\/2024#p\d+/)
})
