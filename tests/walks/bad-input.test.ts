import { rmSync } from "node:fs"
import { get } from "node:http"
import type { Page } from "playwright-core"
import { afterEach, beforeEach, expect, test } from "vitest"
import { readOwner } from "@/db/embedded/owner"
import { reportText } from "@/tests/services/report-text"
import { openSite, type Site } from "@/tests/walks/open-site"

let site: Site
beforeEach(async () => {
  site = await openSite()
})
afterEach(() => site?.close())

async function upload(page: Page, name: string, content: string | Buffer) {
  await page.goto("/import")
  const buffer = typeof content === "string" ? Buffer.from(content) : content
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer })
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
  return page.locator("section ul > li").first()
}

test("each bad file gets its own clear line, and nothing is stored", async () => {
  const page = await site.page()
  const program = Buffer.from("4d5a90000300000004000000ffff0000", "hex")
  await (await upload(page, "empty.txt", "")).getByText("没有导入：文件是空的").waitFor()
  await (await upload(page, "report.txt", program)).getByText("没有导入：内容不是文档").waitFor()
  await (await upload(page, "huge.txt", Buffer.alloc(21 * 1024 * 1024, 65)))
    .getByText("没有导入：文件超过 20 MB")
    .waitFor()
  const form = () => {
    const body = new FormData()
    body.set("file", new Blob([reportText()]), "a.txt")
    return body
  }
  for (const origin of ["http://evil.example", "null"]) {
    const refused = await fetch(`${site.address}/import/upload`, {
      method: "POST",
      body: form(),
      headers: { origin },
    })
    expect(refused.status).toBe(403)
  }
  await page.goto("/reports")
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/云澜市：107 份报告/)
})

test("a report without town or year is asked about, then stored; the same file twice and a second version are told apart", async () => {
  const page = await site.page()
  const row = await upload(page, "a.txt", reportText({ town: "我镇", year: "" }))
  await row.getByText("这份报告没有写清镇街和年份").waitFor()
  await row.getByLabel("镇街").selectOption("990181201")
  await row.getByLabel("年份").fill("2024")
  await row.getByRole("button", { name: "按此导入" }).click()
  await row.getByText("已导入：雁栖岭乡 2024年").waitFor()

  const again = await upload(page, "b.txt", reportText({ town: "雁栖岭乡" }))
  await again.getByText("雁栖岭乡 2024年已有报告，这份存为第2版").waitFor()
  const same = await upload(page, "c.txt", reportText({ town: "雁栖岭乡" }))
  await same.getByText("这份文件已经导入过：雁栖岭乡 2024年").waitFor()
  await page.goto("/reports/990181201/2024?version=2")
  await page.getByText("与采用的第1版").waitFor()
  await page.getByText("当前采用第1版").waitFor()
  await page.getByRole("button", { name: "以第2版为准" }).click()
  await page.getByText("当前采用第2版").waitFor()
})

test("a request by another name than this machine's is not answered: no page, no figure", async () => {
  for (const path of ["/", "/reports", "/reports/990181100/2024", "/explore"]) {
    const { status, body } = await getAs("evil.example", path)
    expect([path, status]).toEqual([path, 404])
    expect(body).not.toContain("云栖街道")
  }
  const own = `127.0.0.1:${new URL(site.address).port}`
  expect((await getAs(own, "/")).status).toBe(307)
  expect((await getAs(own, "/sign-in")).status).toBe(200)
})

/** A page asked for under another host's name, as a browser does whose name server was lied to. */
function getAs(host: string, path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((done, fail) => {
    const { port } = new URL(site.address)
    const request = get({ host: "127.0.0.1", port, path, headers: { host } }, (response) => {
      let body = ""
      response.on("data", (data: Buffer) => {
        body += data
      })
      response.on("end", () => done({ status: response.statusCode, body }))
    })
    request.on("error", fail)
  })
}

test("an unknown page and a bad address are answered calmly", async () => {
  const page = await site.page()
  expect((await page.goto("/reports/990181100/1950"))?.status()).toBe(404)
  await page.getByText("没有这个页面").waitFor()
  expect(
    (await page.goto("/explore?metric=nonsense&towns=1,2,x&years=zz..&view=pie&focus=-1"))?.status(),
  ).toBe(200)
  await page.getByRole("heading", { name: /合同合法性审查数/ }).waitFor()
})

test("while the database is away the page says so with the command to check, and recovers", async () => {
  const page = await site.page()
  const owner = readOwner(site.folder)
  if (!owner) throw new Error("no owner")
  process.kill(owner.pid, "SIGKILL")
  await expect.poll(() => isGone(owner.pid)).toBe(true)
  rmSync(owner.socket, { force: true })
  await page.goto("/")
  await page.getByText("数据库暂时连不上").waitFor()
  await page.getByText("npm run --silent fadu -- check").waitFor()
  const recovered = async () => {
    await page.goto("/")
    return page.getByText("19个镇街中").count()
  }
  await expect.poll(recovered, { timeout: 60_000 }).toBeGreaterThan(0)
})

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

test("a server that cannot be reached stops the start with one clear line", async () => {
  await expect(openSite({ DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" })).rejects.toThrow(
    "无法连接 DATABASE_URL",
  )
  await expect(openSite({ HOST: "0.0.0.0" })).rejects.toThrow("FADU_ADDRESS")
  await expect(openSite({ FADU_REGION: "123456" })).rejects.toThrow("FADU_REGION 不是已知的县级区划")
})
