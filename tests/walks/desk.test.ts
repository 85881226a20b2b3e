import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { reportText } from "@/tests/services/report-text"
import { fortyFigures } from "@/tests/walks/forty-figures"
import { openSite, type Site } from "@/tests/walks/open-site"

const pictures = process.env.FADU_PICTURES
let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function picture(page: Page, name: string) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Imports a text by the page and opens the desk of what it became. */
async function importText(page: Page, name: string, text: string) {
  await page.goto("/import")
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) })
  await page.getByRole("link", { name: "去核对" }).click()
  await page.waitForURL(/\/reports\/\d+\/\d+$/)
}

/** Presses keys and counts them. */
function counter(page: Page) {
  let presses = 0
  return {
    press: async (key: string, times = 1) => {
      for (let i = 0; i < times; i += 1) await page.keyboard.press(key)
      presses += times
    },
    count: () => presses,
  }
}

const left = (page: Page, count: number) => page.getByText(`还有 ${count} 项未处理`).waitFor()
const current = (page: Page) => page.locator('[data-item][aria-current="true"]')

test("a reviewer's keys: accept, undo, correct, judge, set aside, publish; a leader then sees the figures", async () => {
  const page = await site.page()
  await importText(
    page,
    "汛桥镇.txt",
    reportText({ town: "汛桥镇", disputes: "XX", extra: "另有代号7351待定。" }),
  )
  const keys = counter(page)
  const items = await page.locator("[data-item][data-state=open]").count()
  await left(page, items)
  await keys.press("n")
  expect(await current(page).textContent()).toContain("调处化解矛盾纠纷数")
  await keys.press("a")
  await left(page, items - 1)
  await keys.press("u")
  await left(page, items)
  expect(await current(page).textContent()).toContain("调处化解矛盾纠纷数")
  // What the report left open is given with where it comes from.
  await keys.press("c")
  await page.keyboard.type("27")
  await page.keyboard.press("Tab")
  await page.keyboard.type("司法所来电")
  await page.keyboard.press("Enter")
  await left(page, items - 1)
  await page.getByText("更正为 27件").waitFor()
  expect(await current(page).getAttribute("data-item")).toMatch(/^f/)
  // Overruling asks for a note, and keeps the form open until there is one.
  await keys.press("r")
  await page.keyboard.press("Enter")
  await left(page, items - 1)
  await page.keyboard.type("镇里已补报")
  await page.keyboard.press("Enter")
  await page.getByText("已判不成立").waitFor()
  await keys.press("Shift+A")
  await page.getByRole("button", { name: /接受其余/ }).waitFor({ state: "detached" })
  const open = await page.locator("[data-item][data-state=open]").count()
  for (let i = 0; i < open; i += 1) {
    await keys.press("n")
    await keys.press(((await current(page).getAttribute("data-item")) ?? "").startsWith("n") ? "d" : "a")
    if (i < open - 1) await left(page, open - 1 - i)
  }
  await page.getByText("全部处理完，可以发布").waitFor()
  await picture(page, "desk-ready")
  const leader = await site.page("desk", { as: "leader" })
  await leader.goto("/reports/331082100/2024")
  await leader.getByText("还没有已发布的数字").waitFor()
  await keys.press("p")
  await keys.press("Enter")
  await page.getByRole("heading", { level: 1, name: /已发布/ }).waitFor()
  await leader.reload()
  await leader.getByRole("heading", { level: 1, name: "汛桥镇2024年：3 个已发布的数字" }).waitFor()
  expect(await leader.locator("li", { hasText: "调处化解矛盾纠纷数" }).first().textContent()).toMatch(
    /27件.*报告原文为 留空未填。司法所来电/,
  )
})

test("a revision needs a reason, marks the figure, and the old value stays readable", async () => {
  const page = await site.page()
  await page.goto("/reports/331082100/2024")
  const card = page.locator("[data-item]", { hasText: "合同合法性审查数" }).first()
  await card.getByRole("button", { name: "撤销" }).click()
  await left(page, 1)
  expect(await page.getByRole("button", { name: "发布修订" }).count()).toBe(0)
  await card.getByText("更正", { exact: false }).first().click()
  await card.getByLabel(/更正后的数值/).fill("43")
  await card.getByLabel("说明").fill("镇里来函更正")
  await card.getByRole("button", { name: "保存更正" }).click()
  const panel = page.getByRole("region", { name: "发布", exact: true })
  await panel.getByText("发布以来的改动（1）").waitFor()
  await panel.locator("li", { hasText: "41件 → 43件" }).waitFor()
  await picture(page, "desk-revision")
  const leader = await site.page("desk", { as: "leader" })
  await leader.goto("/reports/331082100/2024")
  expect(await leader.locator("li", { hasText: "合同合法性审查数" }).first().textContent()).toContain("41件")
  await panel.getByRole("button", { name: "发布修订" }).click()
  await panel.getByLabel(/修订原因/).fill("镇里来函更正")
  await panel.getByLabel(/修订原因/).press("Enter")
  await panel.getByText("与已发布的数字一致").waitFor()
  await leader.reload()
  const revised = leader.locator("li", { hasText: "合同合法性审查数" }).first()
  expect(await revised.textContent()).toContain("43件")
  expect(await revised.locator("[data-past]").textContent()).toMatch(/原为 41件.*原因：镇里来函更正 · 经办人/)
  await picture(leader, "published-revised")
  const yesterday = new Date(Date.now() + 8 * 3_600_000 - 86_400_000).toISOString().slice(0, 10)
  await leader.goto(`/reports/331082100/2024?asof=${yesterday}`)
  await leader.getByRole("heading", { level: 1, name: "汛桥镇2024年：0 个已发布的数字" }).waitFor()
  await leader.goto("/explore?metric=contracts_reviewed&towns=331082100&county=331082")
  const point = leader.locator('[data-mark="331082100/2024"]').first()
  expect(await point.getAttribute("aria-label")).toMatch(/43件.*已修订/)
  await leader.goto(`/explore?metric=contracts_reviewed&towns=331082100&county=331082&asof=${yesterday}`)
  await leader.getByText(`这是截至 ${yesterday} 已发布的数字`).first().waitFor()
  expect(await leader.locator('[data-mark="331082100/2024"]').count()).toBe(0)
})

test("words of the text are assigned to a metric by selecting them; a number is by its form", async () => {
  const page = await site.page()
  await importText(
    page,
    "小芝镇.txt",
    reportText({ town: "小芝镇", extra: "另有纸本1.2万余份。又有代号7351待定。" }),
  )
  await page.getByText("另有纸本").first().waitFor()
  const [start, end] = await page.evaluate(() => {
    const mark = [...document.querySelectorAll("mark")].find((one) => one.textContent?.startsWith("1.2万"))
    const range = document.createRange()
    const before = mark?.previousSibling
    range.setStart(before as Node, (before?.textContent?.length ?? 0) - 2)
    range.setEndAfter(mark as Node)
    document.getSelection()?.removeAllRanges()
    document.getSelection()?.addRange(range)
    return [range.startOffset, range.endOffset]
  })
  expect(start).toBeGreaterThan(0)
  expect(end).toBeGreaterThan(0)
  const panel = page.locator("[data-column]", { hasText: "归入指标：“纸本1.2万余份”" }).first()
  await panel.getByLabel("指标").first().selectOption("publicity_materials")
  await picture(page, "desk-assign")
  await panel.getByRole("button", { name: "归入并接受" }).click()
  const marked = page.locator("[data-item]", { hasText: "人工归入" })
  await marked.waitFor()
  expect(await marked.textContent()).toMatch(/1\.2万余|12,000余/)
  const number = page.locator("[data-item]", { hasText: "7351" })
  await number.getByText("归入指标").click()
  await number.getByLabel("指标").selectOption("contracts_reviewed")
  await number.getByLabel(/数值/).fill("abc")
  await number.getByRole("button", { name: "归入并接受" }).click()
  await number.getByRole("alert").waitFor()
  expect(await number.getByLabel(/数值/).inputValue()).toBe("abc")
  await number.getByRole("button", { name: /不是统计数/ }).click()
  await number.getByRole("button", { name: /撤销/ }).waitFor()
})

test("a figure from a letter has the letter's words as its evidence", async () => {
  const page = await site.page()
  await page.goto("/reports/331082104/2024")
  await page.getByText("补录报告没有写的数字").click()
  const form = page.locator("form", { hasText: "哪份函" })
  await form.getByLabel("指标").selectOption("case_files_audited")
  await form.getByLabel(/^数值/).fill("8")
  await form.getByLabel("来源").selectOption("letter")
  await form.getByLabel(/哪份函/).fill("小芝镇复函，2025年3月2日")
  await form.getByLabel("原话").fill("全年评查案卷8件。")
  await picture(page, "desk-source")
  await form.getByRole("button", { name: "补录" }).click()
  const card = page.locator("[data-item]", { hasText: "小芝镇复函" })
  await card.waitFor()
  expect(await card.textContent()).toMatch(/来自来函.*全年评查案卷8件/)
  // A point of a chart that rests on it opens it, as any other opens its sentence.
  const chart = await site.page()
  await chart.goto("/explore?metric=case_files_audited&towns=331082104&county=331082")
  const href = await chart.locator('a[data-mark="331082104/2024"]').first().getAttribute("href")
  await chart.goto(href ?? "")
  expect(await chart.locator("[data-item]:target").textContent()).toContain("小芝镇复函")
})

test("the town is asked from the desk by a key; its officer finds the question at the place, and may propose elsewhere", async () => {
  const page = await site.page()
  await page.goto("/reports/990181100/2024")
  await page.locator("[data-item]").first().waitFor()
  await page.keyboard.press("j")
  const item = page.locator('[data-item][aria-current="true"]')
  await item.waitFor()
  await page.keyboard.press("q")
  await page.keyboard.type("这个数字是否包括村里的？")
  await page.keyboard.press("Tab")
  await page.keyboard.press("Enter")
  await item.getByText("这个数字是否包括村里的？").waitFor()
  await picture(page, "desk-asked")
  const officer = await site.page("phone", { as: "town_officer" })
  await officer.goto("/reports/990181100/2024")
  const asked = officer.locator("[data-item]", { hasText: "这个数字是否包括村里的？" })
  await asked.getByLabel("您的答复").fill("不包括。")
  await picture(officer, "officer-report")
  await asked.getByRole("button", { name: "答复", exact: true }).click()
  await page.reload()
  await page.locator("[data-item]", { hasText: "不包括。" }).waitFor()
  const other = officer.locator("[data-item]", { hasText: "合同合法性审查数" }).first()
  await other.getByText("提出更正").click()
  await other.getByLabel(/正确的数字/).fill("12")
  await other.getByLabel(/来源/).fill("合同台账")
  await other.getByRole("button", { name: "提交更正" }).click()
  await other.getByText("合同台账").waitFor()
  expect(await officer.getByRole("button", { name: /^(接受|不采用|属实|发布)/ }).count()).toBe(0)
})

test("a clean report of forty figures takes one screen and at most 45 key presses", async () => {
  const page = await site.page()
  await importText(page, "括苍镇.txt", fortyFigures())
  const readings = page.locator("[data-item^=r][data-state=open]")
  expect(await readings.count()).toBe(40)
  await left(page, 40)
  const keys = counter(page)
  await keys.press("n")
  for (let i = 0; i < 40; i += 1) await keys.press("a")
  await page.getByText("全部处理完，可以发布").waitFor()
  await keys.press("p")
  await keys.press("Enter")
  await page.getByRole("heading", { level: 1, name: /40 条读数，已发布/ }).waitFor()
  expect(keys.count()).toBeLessThanOrEqual(45)
})

test("two reviewers on one report see each other, and what one decides the other sees without a reload", async () => {
  const administrator = await site.page("desk", { as: "administrator" })
  await administrator.goto("/accounts")
  const [one, other] = [await site.page(), await site.page("desk", { as: null })]
  await signInSecond(administrator, other)
  for (const page of [one, other]) await page.goto("/reports/990181110/2024")
  await one.reload()
  await one.getByText("乙经办 也在看这份报告").waitFor()
  await other.reload()
  await other.getByText(/经办人 也在看这份报告/).waitFor()
  const before = Number((await one.getByText(/还有 \d+ 项未处理/).textContent())?.match(/\d+/)?.[0])
  await one.getByRole("button", { name: /^接受/ }).last().click()
  await left(one, before - 1)
  await left(other, before - 1)
  await picture(other, "desk-two")
})

async function signInSecond(administrator: Page, page: Page) {
  const form = administrator.locator("section", {
    has: administrator.getByRole("heading", { name: "新建账号" }),
  })
  await form.getByLabel("用户名").fill("second")
  await form.getByLabel("姓名").fill("乙经办")
  await form.getByLabel("角色").selectOption("reviewer")
  await form.getByLabel("初始口令").fill("a long walk in 2 villages")
  await form.getByRole("button", { name: "建立" }).click()
  await administrator.getByText("乙经办").first().waitFor()
  await page.goto("/sign-in")
  await page.getByLabel("用户名").fill("second")
  await page.getByLabel("口令").fill("a long walk in 2 villages")
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.getByLabel("原口令").fill("a long walk in 2 villages")
  await page.getByLabel("新口令", { exact: true }).fill("another walk in 3 towns")
  await page.getByLabel("再填一次新口令").fill("another walk in 3 towns")
  await page.getByRole("button", { name: "更改" }).click()
  await page.getByText("口令已更改").waitFor()
}
