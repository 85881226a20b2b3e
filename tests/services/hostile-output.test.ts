import { read } from "@e965/xlsx"
import { expect, test } from "vitest"
import { countyOf, townsOfCounty } from "@/catalogue/divisions"
import { buildView } from "@/components/explore/build-view"
import { drawView } from "@/components/explore/draw-view"
import { fileFoot } from "@/components/explore/file-foot"
import { drawPng } from "@/exports/draw-png"
import { writeWorkbook } from "@/exports/write-workbook"
import { answerRequest } from "@/services/api/answer-request"
import type { ResourceName } from "@/services/api/parameters"
import { askTown } from "@/services/ask-town"
import { exportAudit } from "@/services/export-audit"
import { importReport } from "@/services/import-report"
import type { ExploreData } from "@/statistics/explore-data"
import { exploreDefaults, exploreViews } from "@/statistics/explore-state"
import { cases } from "@/tests/components/cases"
import { townCodes, years } from "@/tests/components/sample"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const [county, shore] = [331082, 331082111]
const formula = `=cmd|'/c calc'!A1`
const markup = `"><img src=x onerror=alert(1)><script>alert(2)</script>`
const reversed = "\u202egnp.exe\u202c"

const everything = { person: null, action: null, subject: null, from: null, to: null, below: null }

/** Every cell of a CSV file, as a spreadsheet takes them apart. */
function cellsOf(csv: string): string[] {
  const cells = csv.replace("\ufeff", "").matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(?:,|\r\n|$)/g)
  return [...cells].map(([, cell = ""]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"'))
}

describeEachDatabase("what hostile reports become when they are taken away", (opened) => {
  const desk = () => deskOf(opened().db)
  const ask = async (resource: ResourceName, query: string, accept: string) =>
    answerRequest(desk(), county, { resource, query: new URLSearchParams(query), accept, ifNoneMatch: null })

  test("as comma-separated values no cell begins a formula; as JSON it is data, not a page", async () => {
    const text = reportText({
      extra: `\n${formula}审查行政规范性文件5件${markup}${reversed}。\n@SUM(A1)开展普法活动12场。\n`,
    })
    await importReport(desk(), { fileName: `${formula}.txt`, bytes: bytesOf(text) }, county, {
      ...{ townCode: shore, year: 2024 },
    })
    await askTown(desk(), { townCode: shore, year: 2024, words: `${formula} ${markup}` })
    await finishReport(desk(), shore, 2024)
    for (const [resource, query] of [
      ["observations", `town=${shore}`],
      ["series", `metric=normative_documents_reviewed&town=${shore}`],
      ["findings", `town=${shore}`],
    ] as const) {
      const csv = await ask(resource, query, "text/csv")
      expect(csv.headers["content-type"]).toMatch(/^text\/csv/)
      expect(
        cellsOf(String(csv.body)).filter((cell) => /^\s*[=+@\t\r]/.test(cell)),
        resource,
      ).toEqual([])
      const json = await ask(resource, query, "")
      expect(json.headers["content-type"]).toMatch(/^application\/json/)
      expect(() => JSON.parse(String(json.body))).not.toThrow()
    }
    const { body } = await ask("observations", `town=${shore}`, "text/csv")
    expect(String(body)).toContain("'@SUM(A1)")
    let audit = ""
    for await (const part of exportAudit(deskOf(opened().db, "auditor", "auditor"), everything, "zh"))
      audit += part
    expect(cellsOf(audit).length).toBeGreaterThan(20)
    expect(cellsOf(audit).filter((cell) => /^\s*[=+@\t\r]/.test(cell))).toEqual([])
  })
})

test("in a workbook every hostile text is text, and what XML does not know is written around", () => {
  const texts = [formula, "+1", "-1", "@SUM(A1)", markup, reversed, "a\u0000b\u0008c", "]]>&amp;", "\ufffe"]
  const book = read(writeWorkbook([{ name: "甲", rows: texts.map((text) => [text]), widths: [9] }]))
  texts.forEach((text, index) => {
    const cell = book.Sheets.甲?.[`A${index + 1}`]
    expect([cell?.t, cell?.f]).toEqual(["s", undefined])
    if (index < 6) expect(cell?.v).toBe(text)
  })
})

test.each(exploreViews.filter((view) => view !== "table"))(
  "in a drawing names and notes are text: %s",
  async (view) => {
    const known = countyOf(990181)
    if (!known) throw new Error("the invented county is missing")
    const towns = townsOfCounty(990181).map((town, i) => ({ ...town, name: `${i}${markup}${reversed}` }))
    const { series } = cases["revised, broken and unreviewed"]
    const data: ExploreData = { county: { ...known, name: markup }, towns, held: years, series }
    const state = {
      ...exploreDefaults,
      towns: townCodes.slice(0, 2),
      view,
      against: "meetings_held" as const,
    }
    const built = buildView(state, data, "zh")
    if (built.view === "table") throw new Error("no drawing")
    const svg = await drawView(
      built,
      fileFoot(state, data, { day: "2025-02-03", isDemonstration: true }, "zh"),
    )
    expect(svg).toContain("onerror")
    const tags = svg.replace(/"[^"]*"/g, '""')
    expect(/<(script|img|foreignObject|iframe)\b|<[^>]*\son\w+=/i.exec(tags)).toBeNull()
    expect(drawPng(svg).length).toBeGreaterThan(1000)
  },
)
