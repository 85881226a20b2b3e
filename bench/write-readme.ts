import { readFileSync, writeFileSync } from "node:fs"

/** What was asked of a measure and where it stands in bench/results.json; `most` and `least` are what it may be. */
type Asked = { of: string; path: string; most?: number; least?: number }

const asked: readonly Asked[] = [
  {
    of: "一个指标 × 一个县 × 10 年，全国对一县 / a metric × a county × 10 years, nation against city",
    path: "queries.metricOfCounty.nationAgainstCity",
    most: 1.35,
  },
  {
    of: "同上，首次触及 / the same at first touch",
    path: "queries.metricOfCounty.firstTouchAgainstCity",
    most: 2.5,
  },
  {
    of: "一个镇 × 60 指标 × 10 年，全国对一县 / a town × all metrics",
    path: "queries.allOfTown.nationAgainstCity",
    most: 1.35,
  },
  {
    of: "同上，首次触及 / the same at first touch",
    path: "queries.allOfTown.firstTouchAgainstCity",
    most: 2.5,
  },
  {
    of: "一个县的完整度，全国对一县 / completeness of a county",
    path: "queries.completenessOfCounty.nationAgainstCity",
    most: 1.35,
  },
  {
    of: "同上，首次触及 / the same at first touch",
    path: "queries.completenessOfCounty.firstTouchAgainstCity",
    most: 2.5,
  },
  {
    of: "序列：产品对裸 SQL / a series: the product against its bare SQL",
    path: "queries.metricOfCounty.againstBareSql",
    most: 1.6,
  },
  {
    of: "一个镇的全部：产品对裸 SQL / all of a town: the product against its bare SQL",
    path: "queries.allOfTown.againstBareSql",
    most: 1.6,
  },
  {
    of: "一省一年的四分位：产品对裸 SQL / a province's year with quartiles",
    path: "queries.yearOfProvinceWithQuartiles.againstBareSql",
    most: 1.6,
  },
  {
    of: "全国分省合计：原始汇总是预汇总的几倍 / national totals: raw aggregation against roll-up",
    path: "queries.nationByProvince.rawAgainstRollUp",
    least: 100,
  },
  { of: "新数字写入对 COPY / new figures against COPY", path: "import.newAgainstCopy", least: 0.35 },
  {
    of: "已有数字修订对 COPY / existing figures against COPY",
    path: "import.existingAgainstCopy",
    least: 0.25,
  },
  { of: "每秒导入报告 / reports a second", path: "import.reportsASecond" },
  {
    of: "序列接口 20 连接，未缓存，对裸 node:http / series, 20 connections, uncached, against bare node:http",
    path: "http.seriesWith20.uncachedAgainstBare",
    least: 0.42,
  },
  {
    of: "同上，裸服务器只问数字、不问持有哪些报告 / the same where the bare server asks for the figures alone",
    path: "http.seriesWith20.uncachedAgainstBareFigures",
  },
  {
    of: "同上，对同样各表上的 Directus / the same against Directus over the same tables",
    path: "http.seriesWith20.uncachedAgainstDirectus",
    least: 3.5,
  },
  {
    of: "同上，对预先拼成一张表的 Directus / against Directus over one table made of them beforehand",
    path: "http.seriesWith20.uncachedAgainstDirectusOfOneTable",
  },
  {
    of: "同上，已缓存，对空的 Next 处理器 / cached, against an empty Next handler",
    path: "http.seriesWith20.cachedAgainstEmptyHandler",
    least: 0.85,
  },
  { of: "同上，304 / 304", path: "http.seriesWith20.notModifiedAgainstEmptyHandler", least: 1.2 },
  { of: "/explore 50 连接，毫秒 / with 50 connections, milliseconds", path: "http.pagesWith50.explore.p50" },
  { of: "/ 50 连接，毫秒 / with 50 connections, milliseconds", path: "http.pagesWith50.home.p50" },
  {
    of: "内置数据库最长查询时的停顿，毫秒 / stall during the embedded database's longest query, milliseconds",
    path: "embedded.longQuery.millisecondsOfStall",
    most: 5,
  },
  {
    of: "产品最大的一次读取时的停顿，毫秒 / stall during the product's biggest read, milliseconds",
    path: "embedded.everything.millisecondsOfStall",
    most: 5,
  },
  {
    of: "内存：最后一分钟对第二分钟 / memory: last minute against second",
    path: "memory.lastAgainstSecondMinute",
    most: 1.05,
  },
  {
    of: "慢四倍时到图表，对裸 uPlot / time to chart, four times slower, against bare uPlot",
    path: "pages.exploreAgainstUplot",
    most: 0.85,
  },
  {
    of: "同上，对 Observable Framework / the same against Observable Framework",
    path: "pages.exploreAgainstObservableFramework",
    most: 0.6,
  },
  {
    of: "从别的网站点进来时，对裸 uPlot / coming from another site, against bare uPlot",
    path: "pages.fromAnotherSite.exploreAgainstUplot",
  },
  {
    of: "同上，对 Observable Framework / the same against Observable Framework",
    path: "pages.fromAnotherSite.exploreAgainstObservableFramework",
  },
  {
    of: "慢四倍时换指标的脚本，毫秒 / scripting of another metric, four times slower, milliseconds",
    path: "pages.millisecondsOfScriptingToChange.metric",
    most: 100,
  },
  {
    of: "同上，换年份 / the same of another year",
    path: "pages.millisecondsOfScriptingToChange.year",
    most: 100,
  },
  {
    of: "同上，换镇街 / the same of another town",
    path: "pages.millisecondsOfScriptingToChange.town",
    most: 100,
  },
  {
    of: "真实页面的读取，是 recognizers 的几倍 / a real page, times faster than recognizers",
    path: "extraction.realPage.timesFaster",
    least: 10,
  },
  {
    of: "密报告的读取 / a dense report, times faster",
    path: "extraction.denseReport.timesFaster",
    least: 10,
  },
  {
    of: "1 MB 的文本对分成报告的同一文本 / a text of 1 MB against the same in pieces as long as reports",
    path: "extraction.megabyte.againstItsShare",
    most: 1.3,
  },
]

const begins = "<!-- table: written by the bench -->"
const ends = "<!-- end of table -->"
const path = "bench/README.md"

function valueAt(results: unknown, place: string): number | null {
  const found = place
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], results)
  return typeof found === "number" ? found : null
}

function lineOf({ of, path: place, most, least }: Asked, results: unknown): string {
  const value = valueAt(results, place)
  const wanted = most !== undefined ? `≤ ${most}` : least !== undefined ? `≥ ${least}` : "—"
  const isMet = value !== null && value <= (most ?? value) && value >= (least ?? value)
  const verdict = value === null || wanted === "—" ? "" : isMet ? "✓" : "✗"
  return `| ${of} | ${wanted} | ${value ?? "—"} | ${verdict} |`
}

/** Puts what was asked and what was measured into the table of bench/README.md, from bench/results.json. */
export function writeReadme(): void {
  const results: unknown = JSON.parse(readFileSync("bench/results.json", "utf8"))
  const head = [
    "| 量的是什么 / what is measured | 要求 / asked | 测得 / measured | |",
    "| --- | --- | --- | --- |",
  ]
  const table = [...head, ...asked.map((one) => lineOf(one, results))].join("\n")
  const text = readFileSync(path, "utf8")
  const [before = "", rest = ""] = text.split(begins)
  const after = rest.split(ends)[1] ?? "\n"
  writeFileSync(path, `${before}${begins}\n\n${table}\n\n${ends}${after}`)
}
