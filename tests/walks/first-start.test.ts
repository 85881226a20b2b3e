import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { connect } from "@/db/connect"
import { readOwner } from "@/db/embedded/owner"
import { openSite, type Site } from "@/tests/walks/open-site"

let site: Site
beforeAll(async () => {
  site = await openSite({ FADU_DATA: mkdtempSync(join(tmpdir(), "fadu-first-")) })
})
afterAll(() => site?.close())

test("the first start prints a link; the administrator and the first reviewer are made by it, once", async () => {
  const link = /http:\/\/localhost:\d+\/link\/\S+/.exec(site.output())?.[0] ?? ""
  expect(link).not.toBe("")
  const page = await site.page("desk", { as: null })
  await page.goto(link)
  await page.getByRole("heading", { name: "建立管理员账号" }).waitFor()
  await page.getByText("同时建立第一位经办人").click()
  if (process.env.FADU_PICTURES)
    for (const [size, width] of [
      ["desk", 1366],
      ["phone", 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 })
      await page.screenshot({ path: join(process.env.FADU_PICTURES, `first-${size}.png`), fullPage: true })
    }
  await page.getByLabel("用户名").first().fill("guan")
  await page.getByLabel("姓名").first().fill("管理员甲")
  await page.getByLabel("口令", { exact: true }).fill("the first of all words")
  await page.getByLabel("再填一次口令").fill("the first of all words")
  await page.getByLabel("用户名").last().fill("wang")
  await page.getByLabel("姓名").last().fill("王经办")
  await page.getByLabel("初始口令").fill("given on the first day")
  await page.getByRole("button", { name: "建立账号" }).click()
  await page.getByText("已完成，请登录").waitFor()
  await page.goto(link)
  await page.getByRole("heading", { name: "链接不能用了" }).waitFor()
  await page.goto("/sign-in")
  await page.getByLabel("用户名").fill("guan")
  await page.getByLabel("口令").fill("the first of all words")
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL(`${site.address}/`)
  await page.goto("/accounts")
  await page.getByRole("heading", { name: "账号：2 个可用" }).waitFor()
})

test("idle: a warning comes first and can be answered; after the end the typing is still there and goes on", async () => {
  const page = await site.page("desk", { as: null })
  await page.goto("/sign-in")
  await page.getByLabel("用户名").fill("guan")
  await page.getByLabel("口令").fill("the first of all words")
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL(`${site.address}/`)
  await page.goto("/settings")
  await page.getByLabel("多少分钟不操作").fill("1")
  await page.getByRole("button", { name: "保存" }).click()
  await page.getByText("已保存").waitFor()
  await page.goto("/accounts")
  await page.getByLabel("姓名").last().fill("写到一半")
  const owner = connect({ socket: readOwner(site.folder)?.socket ?? "" })
  /** Lets time pass for the session, as the database sees it. */
  const age = (seconds: number) =>
    owner.db.execute(sql`update sessions set last_seen_at = now() - make_interval(secs => ${seconds})`)
  await age(45)
  await page.getByRole("heading", { name: "您还在吗？" }).waitFor({ timeout: 30_000 })
  if (process.env.FADU_PICTURES)
    await page.screenshot({ path: join(process.env.FADU_PICTURES, "idle-warning.png") })
  await page.getByRole("button", { name: "继续使用" }).click()
  await page.getByRole("heading", { name: "您还在吗？" }).waitFor({ state: "hidden" })
  const [alive] = await owner.db.execute<{ age: number }>(
    sql`select extract(epoch from now() - max(last_seen_at))::int as age from sessions`,
  )
  expect(alive?.age).toBeLessThan(20)

  await age(61)
  await page.getByRole("heading", { name: "已退出登录" }).waitFor({ timeout: 30_000 })
  if (process.env.FADU_PICTURES)
    await page.screenshot({ path: join(process.env.FADU_PICTURES, "idle-out.png") })
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("用户名").fill("guan")
  await dialog.getByLabel("口令").fill("wrong wrong wrong")
  await dialog.getByRole("button", { name: "登录", exact: true }).click()
  await dialog.getByText("用户名或口令不对").waitFor()
  await dialog.getByLabel("口令").fill("the first of all words")
  await dialog.getByRole("button", { name: "登录", exact: true }).click()
  await dialog.waitFor({ state: "hidden" })
  expect(await page.getByLabel("姓名").last().inputValue()).toBe("写到一半")
  await page.getByLabel("用户名").last().fill("half")
  await page.getByLabel("初始口令").last().fill("given on another day")
  await page.getByRole("button", { name: "建立" }).click()
  await page.getByText("账号已建立").waitFor()
  await owner.close()
})
