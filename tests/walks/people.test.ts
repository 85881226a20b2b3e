import { execFileSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Role } from "@/catalogue/role"
import { openSite, type Site, signIn } from "@/tests/walks/open-site"
import { walkPassword } from "@/tests/walks/prepare"

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const pictures = process.env.FADU_PICTURES
async function picture(page: Page, name: string) {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  const view = page.viewportSize()
  for (const [size, width] of [
    ["desk", 1366],
    ["phone", 390],
  ] as const) {
    await page.setViewportSize({ width, height: 844 })
    await page.screenshot({ path: join(pictures, `${name}-${size}.png`), fullPage: true })
  }
  if (view) await page.setViewportSize(view)
}

/** Which pages each role may open, and the links its header has: read off the rights, written out by hand. */
const pages = {
  ...{ overview: "/", explore: "/explore", town: "/towns/990181100", reports: "/reports", import: "/import" },
  questions: "/questions",
  ...{ region: "/region", accounts: "/accounts", settings: "/settings", audit: "/audit" },
}
const opens: Record<Role, readonly (keyof typeof pages)[]> = {
  administrator: ["overview", "explore", "town", "region", "accounts", "settings"],
  reviewer: ["overview", "explore", "town", "reports", "questions", "import", "region"],
  town_officer: ["overview", "explore", "town", "reports", "questions"],
  leader: ["overview", "explore", "town"],
  auditor: ["audit"],
}
const names: Record<string, string> = {
  ...{ overview: "总览", explore: "探索", reports: "报告", import: "导入", region: "地区", accounts: "账号" },
  ...{ settings: "设置", audit: "审计日志", questions: "问询" },
}

test.each(Object.entries(opens) as [Role, readonly (keyof typeof pages)[]][])(
  "%s: opens what the role may, is told calmly about the rest, and sees links to nothing else",
  async (role, mine) => {
    const page = await site.page("desk", { as: role })
    for (const [name, path] of Object.entries(pages) as [keyof typeof pages, string][]) {
      expect((await page.goto(path))?.status()).toBe(200)
      const refused = await page.getByRole("heading", { name: "您的角色不能打开这一页" }).count()
      expect([name, refused]).toEqual([name, mine.includes(name) ? 0 : 1])
    }
    const links = await page.getByRole("navigation", { name: "主导航" }).getByRole("link").allTextContents()
    expect(links).toEqual(mine.filter((name) => name !== "town").map((name) => names[name]))
    const exported = await page.request.get("/audit/export")
    expect([exported.status(), role]).toEqual([role === "auditor" ? 200 : 403, role])
    await picture(page, `refused-${role}`)
  },
)

test("a town officer sees the own town's report and readings; of another town only what is published", async () => {
  const page = await site.page("desk", { as: "town_officer" })
  await page.goto("/reports")
  const towns = await page.locator("tbody tr td:nth-child(2)").allTextContents()
  expect(new Set(towns)).toEqual(new Set(["青棠镇"]))
  await page.goto("/reports/990181108/2023")
  await page.getByRole("heading", { name: /个已发布的数字/ }).waitFor()
  expect(await page.getByText("未处理").count()).toBe(0)
  await picture(page, "published")
})

test("a leader sees no undecided reading anywhere, and a point opens its sentence", async () => {
  const page = await site.page("desk", { as: "leader" })
  await page.goto("/explore?metric=contracts_reviewed&view=line")
  expect(await page.locator("a[data-mark]").count()).toBeGreaterThan(50)
  const labels = await page
    .locator("[data-mark]")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label")))
  expect(labels.join()).not.toContain("未审核")
  const href = await page.locator("a[data-mark]").first().getAttribute("href")
  await page.goto(href ?? "")
  await page.locator(`li[id="${href?.split("#")[1]}"] blockquote`).waitFor()
  await page.goto("/reports/990181107/2024")
  expect(await page.content()).not.toContain("未处理")
  await page.getByRole("heading", { name: /个已发布的数字/ }).waitFor()
})

/** What the browser sent when the reviewer pressed a button, to be sent again by somebody else. */
async function capture(page: Page, press: () => Promise<void>) {
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && !!request.headers()["next-action"],
  )
  await press()
  const request = await sent
  const keep = ["next-action", "content-type", "accept", "next-router-state-tree"]
  const headers = Object.fromEntries(
    Object.entries(await request.allHeaders()).filter(([name]) => keep.includes(name)),
  )
  return { url: request.url(), headers, body: request.postDataBuffer() }
}

test("the reviewer's own request, sent by any other role, by nobody, or from another site, changes nothing", async () => {
  const page = await site.page()
  await page.goto("/reports/990181107/2024")
  const left = async () => {
    await page.goto("/reports/990181107/2024")
    return (await page.getByText(/还有 \d+ 项未处理/).textContent())?.match(/\d+/)?.[0]
  }
  const button = page.getByRole("button", { name: "接受", exact: true }).first()
  const { url, headers, body } = await capture(page, () => button.click())
  await page.getByRole("button", { name: "撤销" }).first().waitFor()
  const before = await left()
  const form = await page
    .locator("form", { has: page.getByRole("button", { name: "接受", exact: true }) })
    .first()
  const next = await form.locator("input[name=candidate]").inputValue()
  const text =
    body?.toString("utf8").replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, next) ??
    ""
  const send = async (cookie: string | null, origin = site.address) => {
    const response = await fetch(url, {
      ...{ method: "POST", body: text, headers: { ...headers, origin, ...(cookie ? { cookie } : {}) } },
    })
    return response.text()
  }
  for (const role of ["administrator", "town_officer", "leader", "auditor"] as const)
    expect(await send(await site.cookie(role))).toContain("您没有做这件事的权限")
  expect(await send(null)).toContain("您已退出登录")
  await send(await site.cookie("reviewer"), "http://evil.example").catch(() => "")
  expect(await left()).toBe(before)
  await send(await site.cookie("reviewer"))
  expect(Number(await left())).toBe(Number(before) - 1)
})

test("an upload without a session, or by a reader, is refused before the file is looked at", async () => {
  const upload = (cookie: string) => {
    const body = new FormData()
    body.set("file", new Blob(["x"]), "a.txt")
    return fetch(`${site.address}/import/upload`, {
      method: "POST",
      body,
      headers: { origin: site.address, cookie },
    })
  }
  expect((await upload("")).status).toBe(401)
  for (const role of ["leader", "auditor", "administrator", "town_officer"] as const)
    expect((await upload(await site.cookie(role))).status).toBe(403)
})

test("nobody signed in is asked to, and comes to where they were heading; not to another site", async () => {
  const page = await site.page("desk", { as: null })
  await page.goto("/towns/990181100?x=1")
  await page.getByRole("heading", { name: "登录法度" }).waitFor()
  await picture(page, "sign-in")
  await page.getByLabel("用户名").fill("leader")
  await page.getByLabel("口令").fill("not the password")
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.getByText("用户名或口令不对").waitFor()
  expect(await page.getByLabel("用户名").inputValue()).toBe("leader")
  await page.getByLabel("口令").fill(walkPassword)
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL("**/towns/990181100?x=1")
  const cookie = (await page.context().cookies()).find(({ name }) => name === "fadu-session")
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", secure: false })
  await page.getByRole("button", { name: "退出登录" }).click()
  await page.waitForURL("**/sign-in")
  await page.goto("/sign-in?to=//evil.example/")
  await page.getByLabel("用户名").fill("leader")
  await page.getByLabel("口令").fill(walkPassword)
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL(`${site.address}/`)
})

test("open reading: off by default; on, the public sees charts and sentences, nothing to work on", async () => {
  const admin = await site.page("desk", { as: "administrator" })
  const nobody = await site.page("desk", { as: null })
  await admin.goto("/settings")
  await picture(admin, "settings")
  await admin.getByLabel("公众不登录也能看已发布的数字").check()
  await admin.getByRole("button", { name: "保存" }).click()
  await admin.getByText("已保存").waitFor()
  await nobody.goto("/")
  await nobody.getByRole("heading", { level: 1, name: /19个镇街中/ }).waitFor()
  expect(await nobody.getByText("未处理").count()).toBe(0)
  await picture(nobody, "public")
  await nobody.goto("/reports")
  await nobody.waitForURL(/\/sign-in/)
  await admin.goto("/settings")
  await admin.getByLabel("公众不登录也能看已发布的数字").uncheck()
  await admin.getByRole("button", { name: "保存" }).click()
  await admin.getByText("已保存").waitFor()
  await nobody.goto("/")
  await nobody.waitForURL(/\/sign-in/)
})

test("an account made by the administrator has to change its password before anything opens", async () => {
  const admin = await site.page("desk", { as: "administrator" })
  await admin.goto("/accounts")
  const form = admin.locator("section", { has: admin.getByRole("heading", { name: "新建账号" }) })
  await form.getByLabel("用户名").fill("li.ming")
  await form.getByLabel("姓名").fill("李明")
  await form.getByLabel("角色").selectOption("town_officer")
  await form.getByLabel("初始口令").fill("first given word")
  await form.getByRole("button", { name: "建立" }).click()
  await form.getByText("镇街联络员必须选定所在镇街").waitFor()
  expect(await form.getByLabel("姓名").inputValue()).toBe("李明")
  await form.locator("select[name=town]").selectOption("990181100")
  await form.getByRole("button", { name: "建立" }).click()
  await admin.getByText("账号已建立").waitFor()
  await admin.locator("li", { hasText: "li.ming" }).locator("summary").click()
  await picture(admin, "accounts")

  const page = await site.page("desk", { as: null })
  await page.goto("/sign-in?to=/reports")
  await page.getByLabel("用户名").fill("li.ming")
  await page.getByLabel("口令").fill("first given word")
  await page.getByRole("button", { name: "登录", exact: true }).click()
  await page.waitForURL(/\/account$/)
  for (const path of ["/", "/reports", "/explore"]) {
    await page.goto(path)
    await page.waitForURL(/\/account$/)
  }
  await page.getByRole("heading", { name: "先更改初始口令" }).waitFor()
  await picture(page, "must-change")
  await page.getByLabel("原口令").fill("first given word")
  await page.getByLabel("新口令", { exact: true }).fill("1234567890")
  await page.getByLabel("再填一次新口令").fill("1234567890")
  await page.getByRole("button", { name: "更改" }).click()
  await page.getByText("这个口令太常见").waitFor()
  await page.getByLabel("新口令", { exact: true }).fill("nur fuer mich allein")
  await page.getByLabel("再填一次新口令").fill("nur fuer mich allein")
  await page.getByRole("button", { name: "更改" }).click()
  await page.getByText("口令已更改").waitFor()
  await page.goto("/reports")
  await page.getByRole("heading", { name: /云澜市/ }).waitFor()
})

test("a session elsewhere is listed and ended: the other browser is asked to sign in", async () => {
  const here = await site.page("desk", { as: null })
  const there = await site.page("desk", { as: null })
  for (const page of [here, there]) {
    const [name = "", value = ""] = (await signIn(site.address, "leader")).split("=")
    await page.context().addCookies([{ name, value, url: site.address }])
  }
  await there.goto("/")
  await there.getByRole("heading", { level: 1, name: /19个镇街中/ }).waitFor()
  await here.goto("/account")
  await picture(here, "account")
  const rows = here.locator("li", { hasText: "最近使用" })
  const count = await rows.count()
  await rows.getByRole("button", { name: "退出这一处" }).first().click()
  await expect.poll(() => rows.count()).toBe(count - 1)
  await there.goto("/")
  await there.waitForURL(/\/sign-in/)
})

test("the auditor finds who did what, and takes it away as a file", async () => {
  const page = await site.page("desk", { as: "auditor" })
  await page.goto("/audit")
  expect(await page.locator("tbody tr").count()).toBe(50)
  await picture(page, "audit")
  await page.getByRole("link", { name: "更早的记录" }).click()
  await page.waitForURL(/below=/)
  await page.goto("/audit")
  await page.getByLabel("操作").selectOption("candidate.accept")
  await page.getByLabel("人员").fill("经办人")
  await page.getByRole("button", { name: "查找" }).click()
  await page.waitForURL(/action=candidate\.accept/)
  const people = new Set(await page.locator("tbody tr td:nth-child(2)").allTextContents())
  expect(people).toEqual(new Set(["经办人"]))
  const href = await page.getByRole("link", { name: "导出 CSV" }).getAttribute("href")
  const file = (await (await page.request.get(href ?? "")).body()).toString("utf8")
  expect(file.startsWith("\ufeff序号,")).toBe(true)
  expect(file.trimEnd().split("\r\n")).toHaveLength(1 + (await page.locator("tbody tr").count()))
})

test("the terminal makes a link for an office that locked itself out, and check follows the audit log", async () => {
  const fadu = (...args: string[]) =>
    execFileSync(process.execPath, ["--import", "tsx", "cli/fadu.ts", ...args], {
      encoding: "utf8",
      env: { ...process.env, FADU_DATA: site.folder, DATABASE_URL: "", PORT: new URL(site.address).port },
    })
  const link = fadu("account", "reset", "auditor").match(/http\S+/)?.[0]
  const page = await site.page("desk", { as: null })
  await page.goto(link ?? "")
  await page.getByRole("heading", { name: "为审计员（auditor）设置口令" }).waitFor()
  await picture(page, "link-password")
  await page.getByLabel("口令", { exact: true }).fill(walkPassword)
  await page.getByLabel("再填一次口令").fill(walkPassword)
  await page.getByRole("button", { name: "设置口令" }).click()
  await page.getByText("已完成，请登录").waitFor()
  await page.goto(link ?? "")
  await page.getByRole("heading", { name: "链接不能用了" }).waitFor()
  await picture(page, "link-bad")
  expect(fadu("check")).toMatch(/审计日志完好：\d+ 行/)
})
