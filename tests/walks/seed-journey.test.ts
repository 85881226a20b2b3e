import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openSite, type Site } from "@/tests/walks/open-site"

const seed = join(process.cwd(), "../shared/seeds/yanjiang-2024.txt")

// Each test has a site of its own: they change the same report.
let journey: Site
beforeEach(async () => {
  journey = await openSite()
})
afterEach(() => journey?.close())

/** Decides one by one, as the buttons say, whatever is open, and publishes. */
async function finish(page: Page) {
  const open = page.locator("[data-item][data-state=open]")
  await open.first().waitFor()
  const buttons = /^(接受|属实|不是统计数)$/
  for (let left = await open.count(); left > 0; left -= 1) {
    await page.getByText(`还有 ${left} 项未处理`).waitFor()
    await open.first().getByRole("button", { name: buttons }).first().click()
  }
  await page.getByText("全部处理完，可以发布").waitFor()
  await page.getByRole("button", { name: "发布", exact: true }).click()
  await page.getByRole("heading", { level: 1, name: /已发布$/ }).waitFor()
}

test("a newcomer imports the seed page, accepts and publishes its figures, and finds 358 contracts whose point opens the sentence", async () => {
  const page = await journey.page()
  await page.goto("/")
  await page.getByRole("link", { name: "导入", exact: true }).first().click()
  await page.getByRole("heading", { name: "导入报告" }).waitFor()
  await page.locator("input[type=file]").setInputFiles(seed)
  await page.getByText("已导入：沿江镇 2024年，读出 6 条").waitFor()
  await page.getByRole("link", { name: "去核对" }).click()

  await page.getByRole("heading", { level: 1, name: "沿江镇2024年报告：6 条读数" }).waitFor()
  const marks = await page.locator("mark.reading[data-state=open]").allTextContents()
  expect(marks.join(" ")).toContain("358")
  await expect.poll(() => page.getByText("引用过期文件").count()).toBeGreaterThan(0)

  await page.getByRole("button", { name: /接受其余无疑问的/ }).click()
  await page.getByRole("button", { name: /接受其余无疑问的/ }).waitFor({ state: "detached" })
  await finish(page)

  const contracts = page.locator("li", { hasText: "审查各类合同358件" })
  await contracts.getByRole("link", { name: "看图表" }).click()
  await page.waitForURL(/\/explore/)
  const point = page.locator('a[data-mark="331082111/2024"]').first()
  await point.waitFor()
  expect(await point.getAttribute("aria-label")).toContain("358件")
  await point.focus()
  // Turned to, the chart is drawn by recharts, and the point that had the focus has it still.
  await page.locator(".recharts-wrapper").waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-mark")))
    .toBe("331082111/2024")
  await page.keyboard.press("Enter")
  await page.waitForURL(/\/reports\/331082111\/2024#p\d+$/)
  const target = page.locator("mark.reading:target")
  await target.waitFor()
  expect(await target.textContent()).toContain("358")
  await expect
    .poll(() => target.evaluate((mark) => mark.closest("p")?.textContent))
    .toContain("2024年,审查各类合同358件")
})

test("the placeholder is a gap with its reason, never a zero, and 100% is a target of 2025", async () => {
  const page = await journey.page()
  await page.goto("/import")
  await page.locator("input[type=file]").setInputFiles(seed)
  await page.getByRole("link", { name: "去核对" }).click()
  await finish(page)
  await page.goto("/towns/331082111")
  await page.getByText("数据表").first().click()
  const row = page.getByRole("row", { name: /调处化解矛盾纠纷数/ })
  await row.waitFor()
  expect(await row.textContent()).toContain("留空")
  expect(await row.getByRole("cell").allTextContents()).not.toContain("0")
  const targets = page.getByRole("region", { name: "计划与结果" })
  expect(await targets.textContent()).toMatch(/2025年?执法人员持证率.*100%/)
})
