import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openSite, type Site } from "@/tests/walks/open-site"

const town = 990181100
const pages = {
  overview: "/",
  trend: "/explore?metric=disputes_mediated&focus=990181100",
  sorted: "/explore?metric=contracts_reviewed&view=bar",
  change: "/explore?view=change&years=2023..latest",
  table: "/explore?view=table&sort=change",
  heat: "/explore?metric=disputes_mediated&view=heat&mode=metrics",
  panels: "/explore?view=multiples&axis=own",
  scatter: "/explore?metric=disputes_mediated&view=scatter",
  search: "/search?q=青棠镇2024年调处",
  report: `/reports/${town}/2024`,
  town: `/towns/${town}`,
  metric: "/metrics/certification_rate",
  import: "/import",
  reports: "/reports",
  region: "/region?query=临海",
}
const pictures = process.env.FADU_PICTURES

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function faults(page: Page, path: string): Promise<string[]> {
  const found: string[] = []
  page.on("console", (message) => message.type() === "error" && found.push(message.text()))
  page.on("pageerror", (error) => found.push(error.message))
  await page.goto(path, { waitUntil: "networkidle" })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  if (overflow > 0) found.push(`wider than the screen by ${overflow} px`)
  return found
}

for (const [name, path] of Object.entries(pages)) {
  for (const size of ["desk", "phone"] as const) {
    test(`${name} on a ${size}: no error, nothing wider than the screen, marked as demonstration, in both languages`, async () => {
      for (const locale of ["zh", "en"] as const) {
        const page = await site.page(size, { locale })
        expect(await faults(page, path), locale).toEqual([])
        const mark = locale === "zh" ? "演示数据" : "Demonstration data"
        expect(await page.getByText(mark).count()).toBeGreaterThan(0)
        expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1)
        expect(await page.locator("body").innerText()).not.toMatch(
          /\b(undefined|NaN|null|MISSING_MESSAGE)\b|\{\w+\}/,
        )
        if (pictures) {
          mkdirSync(pictures, { recursive: true })
          await page.screenshot({ path: join(pictures, `${name}-${size}-${locale}.png`), fullPage: true })
        }
        await page.context().close()
      }
    })
  }
}

test("the English pages have no Chinese but names of places and words of the reports", async () => {
  const page = await site.page("desk", { locale: "en" })
  await page.goto("/import")
  const words = await page.locator("main, header, footer").allInnerTexts()
  expect(words.join(" ").replace(/中文|经办人/g, "")).not.toMatch(/[\u4e00-\u9fff]/)
})

test("without a script: pages, forms, charts and decisions work", async () => {
  const page = await site.page("desk", { script: false })
  await page.goto("/explore")
  expect(await page.locator("svg a[data-mark]").count()).toBeGreaterThan(50)
  await page.locator('select[name="metric"]').selectOption("meetings_held")
  await page.getByRole("button", { name: "显示", exact: true }).click()
  await page.getByRole("heading", { name: /法治建设专题会议次数/ }).waitFor()
  await page.goto("/reports/990181110/2024")
  const open = async () =>
    Number((await page.getByText(/还有 \d+ 条待核对/).textContent())?.match(/\d+/)?.[0])
  const before = await open()
  await page.getByRole("button", { name: "接受", exact: true }).first().click()
  await expect.poll(open).toBe(before - 1)
})

test("a gap is a gap: no line and no bar for a town without a report, but its reason in words", async () => {
  const page = await site.page()
  await page.goto("/explore?metric=contracts_reviewed&view=bar")
  await page.getByRole("heading", { name: "合同合法性审查数，2024年" }).waitFor()
  const holes = page.locator("svg").getByText("没有报告")
  expect(await holes.count()).toBeGreaterThan(0)
  expect(await page.locator('[data-mark="990181201/2024"]').first().getAttribute("aria-label")).toContain(
    "没有报告",
  )
  const marks = await page
    .locator("a[data-mark]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label")))
  expect(marks.every((label) => !/ 0件/.test(label ?? ""))).toBe(true)
})

test("correcting a figure: the new value stands in the chart, with undo", async () => {
  const page = await site.page()
  await page.goto("/reports/990181104/2024")
  const card = page.locator("li", { hasText: "合同合法性审查数" }).first()
  await card.locator("summary").click()
  await card.getByLabel(/更正后的数值/).fill("321")
  await card.getByLabel("说明").fill("镇里来函")
  await card.getByRole("button", { name: "保存更正" }).click()
  await card.getByText("更正为 321件").waitFor()
  await page.goto("/explore?metric=contracts_reviewed&towns=990181104")
  await expect
    .poll(() => page.locator('a[data-mark="990181104/2024"]').first().getAttribute("aria-label"))
    .toContain("321件")
  await page.goto("/reports/990181104/2024")
  await page
    .locator("li", { hasText: "合同合法性审查数" })
    .first()
    .getByRole("button", { name: "撤销" })
    .click()
  await page
    .locator("li", { hasText: "合同合法性审查数" })
    .first()
    .getByRole("button", { name: "接受", exact: true })
    .waitFor()
})
