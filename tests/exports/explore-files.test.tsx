import { read, utils } from "@e965/xlsx"
import { describe, expect, it } from "vitest"
import { countyOf, townsOfCounty } from "@/catalogue/divisions"
import { metricOf } from "@/catalogue/metric"
import { wrapText } from "@/components/charts/file-lines"
import { textWidth } from "@/components/charts/ink"
import { buildView } from "@/components/explore/build-view"
import { drawView } from "@/components/explore/draw-view"
import { fileFoot, fileName } from "@/components/explore/file-foot"
import { csvLine } from "@/exports/csv"
import { drawPng } from "@/exports/draw-png"
import { listFigures } from "@/exports/list-figures"
import { sdmxStatus } from "@/exports/sdmx-status"
import { writeWorkbook } from "@/exports/write-workbook"
import type { ExploreData } from "@/statistics/explore-data"
import { exploreDefaults, exploreViews } from "@/statistics/explore-state"
import { cases } from "@/tests/components/cases"
import { townCodes, years } from "@/tests/components/sample"
import { gap, stated } from "@/tests/statistics/points"

const county = countyOf(990181)
if (!county) throw new Error("the invented county is missing")
const { series, names } = cases["revised, broken and unreviewed"]
const data: ExploreData = { county, towns: townsOfCounty(990181), held: years, series }
const made = { day: "2025-02-03", isDemonstration: true }
const state = { ...exploreDefaults, towns: townCodes.slice(0, 2) }

describe("a drawing that is taken away", () => {
  it.each(exploreViews.filter((view) => view !== "table"))(
    "holds title, unit, source, scope and date: %s",
    async (view) => {
      const built = buildView({ ...state, view, against: "meetings_held" }, data, "zh")
      if (built.view === "table") throw new Error("no drawing")
      const svg = await drawView(built, fileFoot(state, data, made, "zh"))
      const words = svg.replace(/<[^>]+>/g, "")
      for (const part of [built.frame.title, "单位：", "来源：", "2025年2月3日", "均为虚构"])
        expect(words).toContain(part)
      expect(words).toContain("云澜市云栖街道、澄湖街道")
      expect(svg).not.toMatch(/var\(|undefined|NaN|calc\(/)
      const png = drawPng(svg)
      const size = (at: number) => Buffer.from(png).readUInt32BE(at)
      expect(size(16)).toBe(2000)
      expect(size(20)).toBe(2 * Number(svg.match(/height="(\d+)"/)?.[1]))
    },
  )

  it("breaks long lines within the sheet, and no closing mark stands first", () => {
    const lines = wrapText(
      "没有报告：云栖街道、澄湖街道、望舒街道、东篱街道、青棠镇、石渡镇，其余都有。",
      13,
      130,
    )
    expect(lines.length).toBeGreaterThan(3)
    expect(lines.every((line) => textWidth(line, 13) <= 143)).toBe(true)
    expect(lines.every((line) => !/^[，。、：]/.test(line))).toBe(true)
    expect(lines.join("")).toBe(
      "没有报告：云栖街道、澄湖街道、望舒街道、东篱街道、青棠镇、石渡镇，其余都有。",
    )
  })

  it("has a name that every file system takes", () => {
    expect(fileName("数量与比率: 2024/25*?")).toBe("数量与比率 2024 25")
  })
})

describe("the list of figures", () => {
  const metric = metricOf("contracts_reviewed")
  const rows = listFigures({
    parts: [{ metric, series: cases["gaps of each kind"].series }],
    names,
    locale: "zh",
  })

  it("has a row a cell: numbers as numbers, a gap empty with its reason beside it", () => {
    expect(rows).toHaveLength(7)
    expect(rows[0]?.slice(4, 10)).toEqual(["年份", "数值", "单位", "准确度", "没有数字的原因", "SDMX 状态"])
    expect(rows.slice(1).map((row) => [row[5], row[8], row[9]])).toEqual([
      [3, null, "A"],
      [null, "留空未填", "O"],
      [null, "没有报告", "O"],
      [8, null, "A"],
      [null, "不公开", "Q"],
      [13, null, "A"],
    ])
  })

  it("gives money in the unit that it names", () => {
    const fines = metricOf("fines_amount")
    const part = { metric: fines, series: [{ townCode: 1, metric: fines.code, points: [stated(128_500)] }] }
    const list = (locale: "zh" | "en") => listFigures({ parts: [part], names, locale })[1]?.slice(5, 7)
    expect(list("zh")).toEqual([12.85, "万元"])
    expect(list("en")?.[0]).toBe(128_500)
  })

  it("lets no quote become a formula", () => {
    expect(csvLine(["=1+1", "@SUM(A1)", "-3", "＋", 'a"b'])).toBe(`'=1+1,'@SUM(A1),'-3,＋,"a""b"\r\n`)
    const book = read(writeWorkbook([{ name: "甲", rows: [["=1+1", 5, null]], widths: [9] }]))
    const sheet = book.Sheets.甲
    expect(sheet?.A1).toMatchObject({ t: "s", v: "=1+1" })
    expect(sheet?.A1.f).toBeUndefined()
    expect(sheet?.B1).toMatchObject({ t: "n", v: 5 })
    expect(sheet && utils.sheet_to_json(sheet, { header: 1 })[0]).toEqual(["=1+1", 5])
  })
})

describe("sdmxStatus", () => {
  it.each([
    [stated(1), "A"],
    [stated(1, { reviewed: false, flags: ["break"] }), "V"],
    [stated(1, { flags: ["provisional", "break"] }), "B"],
    [stated(1, { flags: ["definition_differs"] }), "D"],
    [stated(1, { flags: ["revised"] }), "A"],
    [gap("not_applicable"), "M"],
    [gap("not_collected"), "L"],
    [gap("placeholder"), "O"],
  ] as const)("%j is %s", (point, code) => {
    expect(sdmxStatus(point)).toBe(code)
  })
})
