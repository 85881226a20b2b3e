import { sql } from "drizzle-orm"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { formatFigure } from "@/catalogue/format"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { connect, type OpenDatabase } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { openSite, type Site } from "@/tests/walks/open-site"

// The questions of tests/questions.md, asked by a leader; the answers are looked up in the database.
let site: Site
let database: OpenDatabase
let page: Page
beforeAll(async () => {
  site = await openSite()
  database = connect({ socket: (await openEmbedded(site.folder)).socket })
  page = await site.page("desk", { as: "leader" })
})
afterAll(async () => {
  await database?.close()
  await site?.close()
})

type Published = { town: string; town_code: number; value: number; quote: string }

/** The published values of a metric and year, the largest first. */
async function published(metric: MetricCode, year: number): Promise<Published[]> {
  return database.db.execute<Published>(sql`
    select t.name as town, o.town_code, o.value::float8 as value, e.quote from observations o
    join metrics m on m.id = o.metric_id and m.code = ${metric}
    join towns t on t.code = o.town_code
    join evidence e on e.county_code = o.county_code and e.id = o.evidence_id
    where o.county_code = 990181 and o.reference_year = ${year} and o.superseded_at is null and o.value is not null
    order by o.value desc, o.town_code`)
}

const say = (metric: MetricCode, value: number) => formatFigure({ value }, metricOf(metric), "zh")

async function search(question: string) {
  await page.goto("/")
  await page.getByRole("searchbox").fill(question)
  await page.getByRole("searchbox").press("Enter")
  await page.getByRole("heading", { level: 1, name: `查找：${question}` }).waitFor()
}

const answer = () => page.getByRole("region", { name: "答案" })

test.each([
  ["哪个镇2024年审查合同最多", "contracts_reviewed", 2024],
  ["2023年哪个镇调处纠纷最多", "disputes_mediated", 2023],
  ["2022年普法宣传活动场次哪里最多", "publicity_events", 2022],
  ["2021年哪个镇专题会议最多", "meetings_held", 2021],
] as const)("%s: the first bar", async (question, metric, year) => {
  const [most] = await published(metric, year)
  if (!most) throw new Error("nothing published")
  await search(question)
  const labels = await page
    .locator("main a[data-mark]")
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute("aria-label") ?? ""))
  const label = labels.filter((words) => !words.includes("留空未填"))[0]
  expect(label).toContain(most.town)
  expect(label).toContain(say(metric, most.value))
})

test.each([
  ["石渡镇2024年合同", "石渡镇", "contracts_reviewed", 2024],
  ["青棠镇2023年调处了多少纠纷", "青棠镇", "disputes_mediated", 2023],
  ["松涧镇2022年专题会议", "松涧镇", "meetings_held", 2022],
  ["东篱街道2024年合同", "东篱街道", "contracts_reviewed", 2024],
  ["qtz tiaochu 2023", "青棠镇", "disputes_mediated", 2023],
] as const)("%s: the figure in words", async (question, town, metric, year) => {
  const stated = (await published(metric, year)).find((one) => one.town === town)
  if (!stated) throw new Error("nothing published")
  await search(question)
  expect(await answer().textContent()).toContain(
    `${town}${year}年${metricOf(metric).nameZh}：${say(metric, stated.value)}`,
  )
})

test("石渡镇2024年合同比上年变化多少: the difference of the two published figures", async () => {
  const of = async (year: number) =>
    (await published("contracts_reviewed", year)).find(({ town }) => town === "石渡镇")?.value ?? Number.NaN
  const [now, last] = [await of(2024), await of(2023)]
  await search("石渡镇2024年合同比上年变化多少")
  const words = await answer().textContent()
  expect(words).toContain(`上年${say("contracts_reviewed", last)}，+${now - last}`)
})

test("雁栖岭乡2024年合同为什么空着; 青棠镇2024年调处数为什么空着: no report, and not published yet", async () => {
  await search("雁栖岭乡2024年合同为什么空着")
  expect(await answer().textContent()).toContain("没有报告")
  await search("青棠镇2024年调处数为什么空着")
  expect(await answer().textContent()).toContain("尚未发布")
})

test("留空未填: the hole and its words", async () => {
  const [hole] = await database.db.execute<{
    town: string
    metric: MetricCode
    year: number
    quote: string
  }>(sql`
    select t.name as town, m.code as metric, o.reference_year as year, e.quote from observations o
    join metrics m on m.id = o.metric_id join towns t on t.code = o.town_code
    join evidence e on e.county_code = o.county_code and e.id = o.evidence_id
    where o.county_code = 990181 and o.missing = 'placeholder' and o.superseded_at is null
      and m.code in ('disputes_mediated', 'contracts_reviewed', 'meetings_held') limit 1`)
  if (!hole) throw new Error("the demonstration has no published blank")
  await search(`${hole.town}${hole.year}年${metricOf(hole.metric).nameZh}`)
  const words = await answer().textContent()
  expect(words).toContain("留空未填")
  expect(words).toContain(hole.quote)
})

test("全市2024年审查合同一共多少; 谁没有交报告: on the overview itself", async () => {
  const towns = await published("contracts_reviewed", 2024)
  const total = towns.reduce((sum, { value }) => sum + value, 0)
  await page.goto("/")
  const card = page.locator("main a, main li, main div", { hasText: "合同合法性审查数" }).last()
  const text = (await page.locator("main").textContent()) ?? ""
  expect(await card.count()).toBeGreaterThan(0)
  expect(text).toContain(say("contracts_reviewed", total))
  expect(text).toContain(`19个镇街中${towns.length}个有数字`)
  expect(text).toContain("没有报告的镇街（1个）：雁栖岭乡")
})

test("四个街道的培训场次: a search and one click on the group", async () => {
  await search("培训场次")
  await page.getByRole("link", { name: "对比", exact: true }).click()
  await page.getByLabel(/^街道/).first().check()
  await page.waitForURL(/towns=subdistrict/)
  const marks = page.locator("main [data-mark]")
  await expect.poll(() => marks.count()).toBe(4)
  const own = (await published("trainings_held", 2024)).filter(({ town }) => town.endsWith("街道"))
  const labels = (await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")))).join()
  for (const { town, value } of own) {
    expect(labels).toContain(town)
    expect(labels).toContain(say("trainings_held", value))
  }
})

test("几年来败诉是多了还是少了: a search and one click", async () => {
  await search("几年来败诉是多了还是少了")
  await page.getByRole("link", { name: "变化", exact: true }).click()
  await page
    .getByRole("heading", { name: /行政诉讼败诉数/ })
    .first()
    .waitFor()
  expect(await page.locator("main [data-mark]").count()).toBeGreaterThan(0)
})

test("石渡镇这个数字，报告原话怎么说; 石渡镇的全部数字: a search and one click each", async () => {
  const stated = (await published("contracts_reviewed", 2024)).find(({ town }) => town === "石渡镇")
  await search("石渡镇2024年合同")
  await page.getByRole("link", { name: "打开原句" }).click()
  await page.waitForURL(/\/reports\/\d+\/2024#p\d+$/)
  expect(await page.locator("li:target blockquote").textContent()).toContain(stated?.quote ?? "?")
  await search("石渡镇")
  await page.getByRole("link", { name: "石渡镇的全部数字" }).click()
  await page.getByRole("heading", { level: 1, name: /^石渡镇：/ }).waitFor()
})

test("2018年合同: a year without reports is said to be one", async () => {
  await search("2018年合同")
  await page.getByText("没有2018年的报告，以下是2024年").waitFor()
})
