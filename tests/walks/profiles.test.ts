import { afterAll, beforeAll, expect, test } from "vitest"
import { openSite, type Site } from "@/tests/walks/open-site"

const town = 990181100

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test("a town's page: every metric in small, promises beside results, findings for whoever may see reports", async () => {
  const page = await site.page("desk", { script: false })
  await page.goto(`/towns/${town}`)
  expect(await page.locator("figure li svg").count()).toBeGreaterThan(25)
  const contracts = page.locator("figure li", { hasText: "合同合法性审查数" })
  expect(await contracts.locator("a[data-mark]").count()).toBe(6)
  await page.getByText("细线：中位数").waitFor()
  const promises = page.getByRole("region", { name: "计划与结果" })
  const training = promises.locator("tr", { hasText: "2020" }).filter({ hasText: "法治培训场次" })
  await expect.poll(() => training.innerText()).toMatch(/30.*9.*未达到/s)
  await training.getByRole("link").nth(1).click()
  await page.waitForURL(/\/reports\/990181100\/2019#p\d+/)
  await page.goto(`/towns/${town}`)
  await page.getByRole("heading", { name: "核查提示" }).waitFor()
  const leader = await site.page("desk", { as: "leader" })
  await leader.goto(`/towns/${town}`)
  await leader.getByRole("heading", { name: "计划与结果" }).waitFor()
  expect(await leader.getByRole("heading", { name: "核查提示" }).count()).toBe(0)
  expect(await leader.getByRole("link", { name: "2023年", exact: true }).getAttribute("href")).toBe(
    `/reports/${town}/2023`,
  )
})

test("a metric's page: how reports word it, whether it compares, and how it is spread over towns", async () => {
  const page = await site.page("desk", { script: false })
  await page.goto("/metrics/contracts_reviewed")
  await page.getByRole("heading", { name: "能不能比" }).waitFor()
  await page.getByText("中位数、合计只用已审核的数字").waitFor()
  const wording = page.locator("li", { hasText: "审查各类合同…份" }).getByRole("link")
  await wording.click()
  await page.waitForURL(/\/reports\/\d+\/\d+#p\d+/)
  await page.goto("/metrics/contracts_reviewed")
  const spread = page.locator("figure", { hasText: "各镇街分布" })
  expect(await spread.locator("a[data-mark]").count()).toBe(107)
})

test("similar towns are named with what they were found by, and drawn and compared by one click", async () => {
  const page = await site.page("desk", { script: false })
  await page.goto(`/explore?view=bar&focus=${town}`)
  const panel = page.locator("section", { hasText: "与青棠镇相近的镇街" }).last()
  expect(await panel.innerText()).toMatch(/按行政执法人员数最接近（\d+人）：\S+（\d+人）/)
  await panel.getByRole("link", { name: "与它们比较" }).click()
  expect(await page.locator("figure svg [data-mark]").count()).toBe(6)
  expect(new URL(page.url()).searchParams.get("compare")).toContain(String(town))
})

test("the table has a filter of its own, with and without a script, and totals by kind of town", async () => {
  const page = await site.page()
  await page.goto("/explore?view=table")
  const box = page.getByLabel("筛选表格")
  await expect
    .poll(async () => {
      await box.fill("qtz")
      return page.locator("figure tr[data-found-by]:visible").count()
    })
    .toBe(1)
  const plain = await site.page("desk", { script: false })
  await plain.goto("/explore?view=table&years=2023")
  const foot = (name: string) => plain.locator("tfoot tr", { hasText: name }).locator("td").first()
  const values = await Promise.all(
    ["街道合计", "镇合计", "乡合计"].map(async (name) =>
      Number((await foot(name).innerText()).split("\n")[0]?.replace(",", "")),
    ),
  )
  const whole = plain.locator("tfoot tr").first().locator("td").first()
  const total = Number((await whole.innerText()).split("\n")[0]?.replace(",", ""))
  expect(values.reduce((sum, value) => sum + value, 0)).toBe(total)
  await plain.getByLabel("筛选表格").fill("青棠")
  await plain.getByLabel("筛选表格").press("Enter")
  await plain.getByText("查找“青棠”：1个镇街").waitFor()
  expect(await plain.locator("figure tbody tr").count()).toBe(1)
})

test("change is drawn as slopes as well, every end opens its sentence", async () => {
  const page = await site.page()
  await page.goto("/explore?view=change&years=2022..2023", { waitUntil: "networkidle" })
  await page.getByLabel("画法").selectOption("slope")
  await page.waitForURL(/shape=slope/)
  await page.locator('figure a[data-mark="990181100/2023"]').click()
  await page.waitForURL(/\/reports\/990181100\/2023#p\d+/)
})

test("my town is kept on top of the list, on every metric, until it is let go", async () => {
  const page = await site.page("desk", { script: false })
  const first = () => page.locator("#towns li").first().innerText()
  await page.goto("/explore?focus=990181202")
  await page.getByRole("button", { name: "记为我的镇街" }).click()
  await page.goto("/explore?metric=disputes_mediated")
  expect(await first()).toContain("我的镇街")
  await page.goto("/explore?focus=990181202")
  await page.getByRole("button", { name: "不再置顶" }).click()
  await page.goto("/explore?metric=disputes_mediated")
  expect(await first()).not.toContain("我的镇街")
})

test("a name that has no room in a scatter shows on focus", async () => {
  const page = await site.page("phone")
  await page.goto("/explore?view=scatter&metric=disputes_mediated")
  const hidden = page.locator("figure a[data-mark]:has(text.shy, text.max-sm\\:shy)").first()
  await hidden.waitFor({ state: "attached" })
  const opacity = () => hidden.locator("text").evaluate((text) => getComputedStyle(text).opacity)
  expect(await opacity()).toBe("0")
  await page.locator("figure").first().focus()
  await hidden.focus()
  await page.keyboard.press("Shift")
  await expect.poll(opacity).toBe("1")
})

test("on a phone the towns are one touch away from the top", async () => {
  const page = await site.page("phone", { script: false })
  await page.goto("/explore")
  await page.getByRole("link", { name: /^选镇街/ }).click()
  const top = await page.locator("#towns").evaluate((box) => box.getBoundingClientRect().top)
  expect(top).toBeLessThan(200)
})

test("on a phone a longer name takes no second line of the head", async () => {
  const page = await site.page("phone", { as: "town_officer" })
  await page.goto("/explore")
  const top = (link: string) => page.locator(link).evaluate((box) => box.getBoundingClientRect().top)
  expect(await top('header a[href="/account"]')).toBe(await top("header button[aria-label]"))
})

test("readers of English get town names that they can read, and are told whose spelling it is", async () => {
  const page = await site.page("desk", { locale: "en" })
  for (const path of ["/", "/explore?view=bar", `/towns/${town}`, "/metrics/contracts_reviewed"]) {
    await page.goto(path)
    expect(await page.getByText("Qingtang Town").count(), path).toBeGreaterThan(0)
  }
  await page.goto("/explore?view=bar")
  await page.getByText("Town names are an unofficial romanisation").waitFor()
})
