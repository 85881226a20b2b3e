import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { demoCounty } from "@/catalogue/data/demo-county"
import { convert, drawPage, sampleHtml } from "@/tests/documents/make-samples"
import { reportText } from "@/tests/services/report-text"
import { openSite, type Site } from "@/tests/walks/open-site"

const names = demoCounty.towns.map((packed) => packed.slice(3))
const pictures = process.env.FADU_PICTURES

/** Towns and years of which the demonstration has no report, each once. */
const places = Array.from({ length: 13 }, (_, i) => 2000 + i).flatMap((year) =>
  names.map((town) => ({ town, year })),
)
const place = (i: number) => places[i] as (typeof places)[number]
/** Of two towns whose names any recogniser knows: 石渡镇 and 竹里乡. */
const scanned = [233, 244]

let folder: string
let files: string[]

/** 200 files: 186 reports (94 text, 60 pages, 20 .docx, 5 .doc, 5 .pdf, 2 pictures), 5 of them sent twice, 2 that ask
 * something, 7 that nobody can read. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fadu-many-"))
  const put = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const text = (i: number) => {
    const { town, year } = place(i)
    return put(`t${i}.txt`, reportText({ town, year: String(year), contracts: String(i + 1) }))
  }
  const page = (i: number) => put(`p${i}.html`, sampleHtml(place(i).town, place(i).year, i + 1))
  const range = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i)
  const texts = range(0, 94).map(text)
  const pages = range(94, 60).map(page)
  const words = range(154, 20).map(page)
  const docx = convert(folder, words, "docx:MS Word 2007 XML")
  const doc = convert(folder, range(174, 5).map(page), "doc:MS Word 97")
  const bound = convert(folder, range(179, 5).map(page), "docx:MS Word 2007 XML")
  const pdf = convert(folder, bound, "pdf")
  const scans = scanned.map((i) => {
    const { town, year } = place(i)
    return put(
      `s${i}.png`,
      drawPage([
        `${town}${year}年法治政府建设年度报告`,
        "全年召开法治建设专题会议4次。",
        "审查各类合同41件。",
      ]),
    )
  })
  mkdirSync(join(folder, "again"))
  const again = range(0, 5).map((i) =>
    put(
      `again/t${i}.txt`,
      reportText({ town: place(i).town, year: String(place(i).year), contracts: String(i + 1) }),
    ),
  )
  const asking = [
    put("ask.txt", reportText({ town: "我镇", year: "" })),
    put(
      "table.csv",
      `2013年统计,,\n镇街,审查合同（件）,法律援助（件）\n${names[0]},41,12\n${names[1]},7,3\n`,
    ),
  ]
  const bad = ["empty.txt", "program.docx", "cut.docx", "bomb.xlsx", "photo.png", "ofd.ofd", "none.html"].map(
    (name) =>
      put(
        name,
        name === "empty.txt"
          ? ""
          : name === "none.html"
            ? "<html><body><script>alert(1)</script></body></html>"
            : Buffer.from("PK\x03\x04\x14\0\0\0"),
      ),
  )
  files = [...texts, ...pages, ...docx, ...doc, ...pdf, ...scans, ...again, ...asking, ...bad]
}, 300_000)

let site: Site
afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const readSoFar = async (page: Page) => {
  const heading = (await page.getByRole("heading", { level: 1 }).textContent()) ?? ""
  return Number(/已读 (\d+) 个/.exec(heading)?.[1] ?? (heading.includes("导入完成") ? 200 : 0))
}

test("200 mixed files are watched to the end; the site is killed in the middle and goes on, nothing lost or doubled", async () => {
  expect(files).toHaveLength(200)
  site = await openSite()
  const first = await site.page()
  await first.goto("/import")
  const started = Date.now()
  await first.locator("input[type=file]").setInputFiles(files)
  await first.waitForURL(/\/import\/[0-9a-f-]{36}$/, { timeout: 120_000 })
  const sent = Date.now()
  const path = new URL(first.url()).pathname
  const seen = new Set<number>()
  await expect
    .poll(
      async () => {
        const count = await readSoFar(first)
        seen.add(count)
        return count
      },
      { timeout: 120_000, interval: 100 },
    )
    .toBeGreaterThan(60)
  if (pictures) {
    mkdirSync(pictures, { recursive: true })
    await first.screenshot({ path: join(pictures, "job-open-desk-zh.png") })
  }
  await site.kill()

  site = await openSite({}, site.folder)
  const page = await site.page()
  await page.goto(path)
  const before = await readSoFar(page)
  expect(before).toBeLessThan(200)
  // Without a reload: the heading follows the work.
  await expect.poll(() => readSoFar(page), { timeout: 180_000, interval: 200 }).toBe(200)
  console.log(
    `200 files: sent in ${sent - started} ms, read ${Date.now() - sent} ms later, with a kill and a start between`,
  )
  const left = page.locator("section ul > li:not([data-state=imported])")
  expect(await page.getByText(/^已导入 \d+ 个/).textContent(), (await left.allInnerTexts()).join("\n")).toBe(
    "已导入 186 个，重复 5 个，等您回答 2 个，没有导入 7 个。",
  )
  expect(await page.locator("section ul > li[data-state=refused]").count()).toBe(7)
  await page.goto("/reports")
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toContain(`${107 + 186} 份报告`)
  expect(await page.getByText(/第2版/).count()).toBe(0)

  await page.goto(path)
  const table = page.locator("li", { hasText: "table.csv" })
  await table.getByText("这种表格是第一次导入").waitFor()
  expect(await table.getByLabel("审查合同（件）").inputValue()).toBe("contracts_reviewed")
  if (pictures) {
    for (const size of ["desk", "phone"] as const) {
      const shown = await site.page(size)
      await shown.goto(path)
      await shown.screenshot({ path: join(pictures, `job-${size}-zh.png`) })
      await shown.goto("/import")
      await shown.screenshot({ path: join(pictures, `import-${size}-zh.png`), fullPage: true })
      await shown.context().close()
    }
  }
  await table.getByRole("button", { name: "按此导入" }).click()
  await page
    .locator("li", { hasText: "table.csv" })
    .getByText("已导入表格：2013年，2 个镇街，共 4 个数")
    .waitFor()
}, 600_000)

test("a scan says that it was recognised and cannot be accepted all at once; the original comes back byte for byte", async () => {
  const { town, year } = place(scanned[0] ?? 0)
  const code = 990181000 + Number(demoCounty.towns[names.indexOf(town)]?.slice(0, 3))
  const page = await site.page()
  await page.goto(`/reports/${code}/${year}`)
  await page.getByText("这份文字是从图片识别出来的").waitFor()
  expect(await page.getByRole("button", { name: /接受其余无疑问的/ }).count()).toBe(0)
  await page.getByText("看原件的页面").click()
  await page.getByRole("img", { name: /第 1 页/ }).waitFor()
  const fetchAs = async (cookie: string) =>
    fetch(`${site.address}/reports/${code}/${year}/original`, { headers: { cookie } })
  expect((await fetchAs("")).status).toBe(401)
  for (const role of ["leader", "administrator", "auditor"] as const)
    expect((await fetchAs(await site.cookie(role))).status).toBe(403)
  const pageAs = async (cookie: string) =>
    (await fetch(`${site.address}/reports/${code}/${year}/original/1`, { headers: { cookie } })).status
  expect([await pageAs(""), await pageAs(await site.cookie("leader"))]).toEqual([401, 403])
  if (code !== 990181100) expect((await fetchAs(await site.cookie("town_officer"))).status).toBe(404)
  const answer = await fetchAs(await site.cookie("reviewer"))
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''s233\.png$/)
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(10_000)
})

test("without a script an import can be sent and followed", async () => {
  const page = await site.page("desk", { script: false })
  await page.goto("/import")
  await page
    .locator("noscript input[type=file], form[action='/import/upload'] input[type=file]")
    .first()
    .setInputFiles([
      {
        name: "甲.txt",
        mimeType: "text/plain",
        buffer: Buffer.from(reportText({ town: names[0] ?? "", year: "1999" })),
      },
      { name: "乙.txt", mimeType: "text/plain", buffer: Buffer.from("") },
    ])
  await page.getByRole("button", { name: "导入所选文件" }).click()
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.getByText("导入完成：共 2 个文件").count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  await page.getByText(`已导入：${names[0]} 1999年`).waitFor()
  await page.getByText("没有导入：文件是空的").waitFor()
})
