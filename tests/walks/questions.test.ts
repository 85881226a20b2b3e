import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { openSite, type Site } from "@/tests/walks/open-site"

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const pictures = process.env.FADU_PICTURES
async function picture(page: Page, name: string) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect([name, Math.max(0, overflow)]).toEqual([name, 0])
  expect(await page.locator("body").innerText()).not.toMatch(/\b(undefined|NaN|null)\b|\{\w+\}/)
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

/** The reviewer asks about a metric of the town's report on 2024, from the page of all questions. */
async function askAbout(page: Page, metric: string, words: string) {
  await page.goto("/questions")
  await page.locator("summary", { hasText: "向镇街提问" }).click()
  await page.locator("select[name=report]").selectOption("990181100/2024")
  await page.locator("select[name=metric]").selectOption({ label: metric })
  await page.getByLabel("要问的话").fill(words)
  await page.getByRole("button", { name: "发给镇街" }).click()
  await page.locator("main li", { hasText: words }).waitFor()
}

const card = (page: Page, words: string) => page.locator("article", { hasText: words })
const waiting = async (page: Page) =>
  Number(
    (
      await page
        .getByRole("navigation")
        .first()
        .getByText(/条等您处理/)
        .allTextContents()
    )[0]?.match(/\d+/)?.[0] ?? 0,
  )

test("the office asks, the town answers on a phone with a figure and its source, the office takes it: the decision is there", async () => {
  const office = await site.page()
  await office.goto("/questions")
  await office.getByText("还没有问询").waitFor()
  await picture(office, "empty-desk")
  await askAbout(office, "合同合法性审查数", "请核实全年合同审查数。")
  await picture(office, "asked-desk")

  const town = await site.page("phone", { as: "town_officer" })
  await town.goto("/")
  expect(await waiting(town)).toBe(1)
  await town.getByRole("link", { name: /问询/ }).click()
  await town.getByRole("heading", { level: 1, name: "青棠镇：1 条问询等您答复" }).waitFor()
  const asked = card(town, "请核实全年合同审查数。")
  await asked.getByText("报告原文").waitFor()
  expect(await asked.locator("mark").textContent()).toMatch(/\d/)
  await asked.getByRole("button", { name: "答复" }).click()
  await asked.getByText("请写几句话再发送").waitFor()
  await asked.getByText("数字不对？填更正的数字").click()
  await asked.getByLabel(/正确的数字/).fill("１,２３４")
  await asked.getByRole("button", { name: "答复" }).click()
  await asked.getByText("请写明来源").waitFor()
  expect(await asked.getByLabel(/正确的数字/).inputValue()).toBe("１,２３４")
  await asked.getByLabel(/^来源/).fill("2024年合同审查台账第12页")
  await asked.getByLabel("您的答复").fill("少数了村级合同，以台账为准。")
  await picture(town, "answering-phone")
  await asked.getByRole("button", { name: "答复" }).click()
  await town.getByRole("heading", { level: 1, name: "青棠镇：没有问询等您答复" }).waitFor()
  expect(await waiting(town)).toBe(0)
  await picture(town, "answered-phone")

  await office.goto("/questions")
  expect(await waiting(office)).toBe(1)
  const answered = card(office, "少数了村级合同")
  await answered.getByText("来源：2024年合同审查台账第12页").waitFor()
  await answered.getByText(/改为 1,234件/).waitFor()
  await picture(office, "answered-desk")
  await answered.getByRole("button", { name: "不采纳" }).click()
  await answered.getByText("请写几句话再发送").waitFor()
  await answered.getByRole("button", { name: "采纳 1,234件", exact: true }).click()
  await office.getByRole("heading", { level: 1, name: /没有问询等您处理/ }).waitFor()
  await office.getByRole("link", { name: /^已办结/ }).click()
  await office.locator("main li a").first().click()
  await office.getByRole("heading", { level: 1, name: "青棠镇2024年报告：合同合法性审查数" }).waitFor()
  await office.locator("ol li", { hasText: "已采纳" }).waitFor()
  expect(await office.locator("main").getByRole("button").count()).toBe(0)
  await picture(office, "taken-desk")

  const auditor = await site.page("desk", { as: "auditor" })
  await auditor.goto("/audit?action=candidate.correct")
  const line = auditor.locator("tbody tr").first()
  await line.locator("summary").click()
  const after = await line.locator("dd").nth(1).innerText()
  expect(after).toContain("1234")
  expect(after).toContain("镇街提出，来源：2024年合同审查台账第12页。说明：少数了村级合同，以台账为准。")
})

test("without a script: ask, answer, ask on, close", async () => {
  const office = await site.page("desk", { script: false })
  const town = await site.page("phone", { as: "town_officer", script: false })
  await askAbout(office, "行政复议案件数", "有没有复议案件？")
  await town.goto("/questions")
  const asked = card(town, "有没有复议案件？")
  await asked.getByLabel("您的答复").fill("没有。")
  await asked.getByRole("button", { name: "答复" }).click()
  await asked.waitFor({ state: "detached" })
  await office.goto("/questions")
  const answered = card(office, "有没有复议案件？")
  await answered.getByRole("button", { name: "追问" }).click()
  await office.getByText("请写几句话再发送").waitFor()
  await answered.getByLabel(/^说明/).fill("应诉案件呢？")
  await answered.getByRole("button", { name: "追问" }).click()
  await answered.waitFor({ state: "detached" })
  await town.goto("/questions")
  await picture(town, "asked-on-phone")
  await card(town, "应诉案件呢？").getByLabel("您的答复").fill("也没有。")
  await card(town, "应诉案件呢？").getByRole("button", { name: "答复" }).click()
  await card(town, "应诉案件呢？").waitFor({ state: "detached" })
  await office.goto("/questions")
  await card(office, "也没有。").getByRole("button", { name: "办结" }).click()
  await card(office, "也没有。").waitFor({ state: "detached" })
  await office.getByRole("link", { name: /^已办结/ }).click()
  expect(await office.locator("main li", { hasText: "复议" }).count()).toBe(1)
})

test("who comes too late is told, sees what became of it, and nothing is doubled", async () => {
  const office = await site.page()
  await askAbout(office, "合同合法性审查数", "这个数含村级吗？")
  const [town, other] = [
    await site.page("phone", { as: "town_officer" }),
    await site.page("desk", { as: "town_officer" }),
  ]
  for (const [page, words] of [
    [town, "含。"],
    [other, "不含。"],
  ] as const) {
    await page.goto("/questions")
    await card(page, "这个数含村级吗？").getByLabel("您的答复").fill(words)
  }
  await card(town, "这个数含村级吗？").getByRole("button", { name: "答复" }).click()
  await card(town, "这个数含村级吗？").waitFor({ state: "detached" })
  await card(other, "这个数含村级吗？").getByRole("button", { name: "答复" }).click()
  await other.waitForURL(/\/questions\/[0-9a-f-]{36}\?late=1/)
  await other.getByText("您的操作没有保存").waitFor()
  expect(await other.locator("ol li").count()).toBe(2)
  await picture(other, "late-desk")
})

test("both sizes, both languages: nothing wider than the screen, no Chinese of our own in English", async () => {
  const office = await site.page()
  await askAbout(office, "调处化解矛盾纠纷数", "请说明与上年的差别。")
  for (const [as, size] of [
    ["reviewer", "desk"],
    ["reviewer", "phone"],
    ["town_officer", "phone"],
  ] as const) {
    for (const locale of ["zh", "en"] as const) {
      const page = await site.page(size, { as, locale })
      await page.goto("/questions")
      if (as === "reviewer") await page.locator("main details summary").first().click()
      await picture(page, `list-${as}-${size}-${locale}`)
      const words = await page
        .locator("h1, h1 + p, nav, main button, main label > :not(select)")
        .allInnerTexts()
      if (locale === "en")
        expect(words.join(" ").replace(/中文|云澜市|青棠镇/g, "")).not.toMatch(/[\u4e00-\u9fff]/)
      const link = page.locator("main li a[href^='/questions/']").first()
      if (!(await link.count())) continue
      await link.click()
      await page.waitForURL(/\/questions\/[0-9a-f-]{36}/)
      await page.locator("ol li").first().waitFor()
      await picture(page, `thread-${as}-${size}-${locale}`)
    }
  }
})

test("what each may not do: another role gets the calm page, another town's thread is nowhere, a town settles nothing", async () => {
  const office = await site.page()
  await askAbout(office, "调处化解矛盾纠纷数", "去年的数对吗？")
  await office.goto("/questions")
  const href = await office.locator("main li a[href^='/questions/']").first().getAttribute("href")
  for (const role of ["administrator", "leader", "auditor"] as const) {
    const page = await site.page("desk", { as: role })
    for (const path of ["/questions", href ?? ""]) {
      await page.goto(path)
      await page.getByRole("heading", { name: "您的角色不能打开这一页" }).waitFor()
    }
    expect(await page.getByRole("link", { name: "问询" }).count()).toBe(0)
  }
  const town = await site.page("desk", { as: "town_officer" })
  await town.goto("/questions")
  expect(await town.getByText("向镇街提问").count()).toBe(0)
  expect(await town.getByRole("button", { name: /采纳|办结|追问/ }).count()).toBe(0)
  expect((await town.goto("/questions/00000000-0000-4000-8000-000000000000"))?.status()).toBe(404)
})
