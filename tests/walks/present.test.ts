import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, expect, test } from "vitest"
import { barriers } from "@/tests/walks/barriers"
import { openSite, type Site } from "@/tests/walks/open-site"

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

test("views are kept under a title, ordered, presented by keys, and removed; a link stays an address", async () => {
  const page = await site.page("desk", { as: "leader" })
  const kept = page.locator('input[name="show"]')
  const keep = async (path: string, title: string, count: number) => {
    await page.goto(path)
    await page.getByText(/^我的图/).click()
    await page.getByLabel("标题").fill(title)
    await page.getByRole("button", { name: "保存这个图" }).click()
    await expect.poll(() => kept.count()).toBe(count)
  }
  await keep("/explore?metric=disputes_mediated&focus=990181100", "调处走势", 1)
  await keep("/explore?view=bar&years=2024", "合同对比", 2)
  await keep("/explore?view=heat", "合同热力", 3)
  await page.getByRole("button", { name: "上移：合同热力" }).click()
  const titles = () => page.locator("li:has(input[name=show]) a").allInnerTexts()
  await expect.poll(titles).toEqual(["调处走势", "合同热力", "合同对比"])
  await page.getByRole("button", { name: "删除：合同对比" }).click()
  await expect.poll(titles).toEqual(["调处走势", "合同热力"])
  expect(await page.getByRole("link", { name: "调处走势" }).getAttribute("href")).toBe(
    "/explore?metric=disputes_mediated&focus=990181100",
  )
  await page.getByRole("button", { name: "演示所选" }).click()
  await page.getByRole("heading", { level: 1, name: "调处走势" }).waitFor()
  expect(await page.getByRole("navigation", { name: "主导航" }).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  const goes = async (key: string, title: string) => {
    await page.keyboard.press(key)
    await page.getByRole("heading", { level: 1, name: title }).waitFor()
  }
  await goes("PageDown", "合同热力")
  await goes("PageUp", "调处走势")
  await goes("End", "合同热力")
  await goes("Home", "调处走势")
  await goes("ArrowRight", "合同热力")
  for (const [width, height] of [
    [1366, 768],
    [3840, 2160],
  ] as const) {
    await page.setViewportSize({ width, height })
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = document.querySelector("figure svg")?.getBoundingClientRect()
          return (box?.width ?? 0) / window.innerWidth
        }),
      )
      .toBeGreaterThan(0.7)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  }
  await page.keyboard.press("Escape")
  await page.waitForURL(/\/explore\?view=heat$/)
  await page.getByRole("navigation", { name: "主导航" }).waitFor()
})

test("kept views are their owner's: others present nothing of them, and without a script all of it works", async () => {
  const page = await site.page("desk", { as: "administrator", script: false })
  await page.goto("/explore?view=bar")
  await page.getByText(/^我的图（0）/).click()
  await page.getByRole("button", { name: "保存这个图" }).click()
  await page.getByText(/^我的图（1）/).click()
  const id = await page.locator('input[name="show"]').getAttribute("value")
  await page.getByRole("button", { name: "演示所选" }).click()
  await page.getByRole("link", { name: "退出" }).waitFor()
  const other = await site.page("desk", { as: "leader" })
  await other.goto(`/present?show=${id}`)
  await other.getByText("没有可以演示的图").waitFor()
  await other.goto("/present?view=scatter&metric=disputes_mediated")
  expect(await other.locator("figure [data-mark]").count()).toBeGreaterThan(5)
})

/** A page of another site with a frame of ours in it. */
async function otherSite(frame: string): Promise<{ address: string; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(`<!doctype html><title>x</title>${frame}`)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

test("a view is embedded in another site's page once reading is open, and no other page ever is", async () => {
  const admin = await site.page("desk", { as: "administrator" })
  await admin.goto("/explore?view=bar")
  await admin.getByText("嵌入", { exact: true }).click()
  await admin.getByText(/没有开放公开查看/).waitFor()
  const closed = await fetch(`${site.address}/embed?view=bar`)
  expect(await closed.text()).toContain("本站没有开放公开查看")
  await admin.goto("/settings")
  await admin.getByRole("checkbox").first().check()
  await admin.getByRole("button", { name: /保存/ }).click()
  await expect
    .poll(async () => (await fetch(`${site.address}/embed?view=bar`)).text())
    .not.toContain("本站没有开放公开查看")
  await admin.goto("/explore?view=bar&focus=990181100")
  await admin.getByText("嵌入", { exact: true }).click()
  const snippet = await admin.getByLabel("嵌入代码").inputValue()
  const { address, server } = await otherSite(
    `${snippet}<iframe id="whole" src="${site.address}/explore"></iframe>`,
  )
  const page = await site.page("desk", { as: null })
  await page.goto(address)
  const frame = page.frameLocator("iframe").first()
  await frame.getByRole("heading", { name: "合同合法性审查数，2024年" }).first().waitFor()
  for (const words of ["单位：件", "来源：", "演示数据：均为虚构"])
    expect(await frame.getByText(words).count(), words).toBeGreaterThan(0)
  const back = frame.getByRole("link", { name: "在法度中查看" })
  expect(await back.getAttribute("href")).toBe("/explore?view=bar&focus=990181100")
  expect(await page.frameLocator("#whole").getByRole("navigation").count()).toBe(0)
  server.close()
  const header = async (path: string) =>
    (await fetch(site.address + path)).headers.get("content-security-policy")
  expect(await header("/embed?view=bar")).toMatch(/; frame-ancestors \*$/)
  for (const path of ["/", "/explore", "/embedded", "/sign-in"])
    expect(await header(path), path).toMatch(/; frame-ancestors 'none'$/)
})
