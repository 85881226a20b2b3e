import { describe, expect, it } from "vitest"
import { readReport } from "@/extraction/read-report"
import { reportOf } from "@/tests/extraction/reading"

const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }
const read = (text: string) => readReport(text, unknown, { region: null })

const repeated: readonly (readonly [name: string, piece: string])[] = [
  ["digits", "1"],
  ["digits and commas", "1,"],
  ["Chinese numerals", "一百"],
  ["powers", "万"],
  ["opening brackets", "("],
  ["opening quotation marks", "“"],
  ["opening titles", "《"],
  ["years", "2024年"],
  ["since", "2024年以来"],
  ["figures without an end", "审查合同12件、"],
  ["分别", "分别为"],
  ["分别 and figures", "受理与化解分别为3件、4件、"],
  ["words without a stop", "法治建设合同审查"],
  ["bars", "| 12 "],
  ["blanks", " "],
  ["line breaks", "\n"],
  ["placeholders", "_"],
  ["markers", "一是"],
  ["angle brackets", ">"],
  ["negations", "未发生"],
  ["per cent", "98.5%"],
]

// A cost that grows with the square of the length is far over the limit at this size; the bench has the figures.
describe.each(repeated)("%s repeated", (_, piece) => {
  it("are read to their end", { timeout: 20_000 }, () => {
    const text = piece.repeat(Math.ceil(240_000 / piece.length))
    const { candidates, unclaimed } = read(text)
    const places = [...candidates.map(({ evidence }) => evidence), ...unclaimed]
    expect(places.filter(({ start, end, quote }) => text.slice(start, end) !== quote)).toEqual([])
  })
})

it("ten thousand numbers are read or listed, none is lost", () => {
  const report = reportOf(
    Array.from({ length: 10_000 }, (_, i) => `第${i}项工作调解矛盾纠纷${i + 2}件。`).join("\n"),
  )
  const found = report.candidates.length + report.unclaimed.length
  expect(found).toBeGreaterThanOrEqual(10_000)
})

it("reads a long text like a short one, and no table in two", () => {
  const table = `表三 合法性审查情况
事项 | 数量(件)
重大行政决策 | 2
行政规范性文件 | 3
行政合同 | 67
`
  const words = "法治建设是一项长期的任务，需要久久为功。"
  for (const length of [16_300, 16_320, 16_340, 16_360, 16_380, 16_400]) {
    const filler = words.repeat(length).slice(0, length)
    const { candidates } = reportOf(`${filler}\n${table}${words.repeat(900)}\n全年审查各类合同128件。`)
    expect(candidates.map(({ metric, value }) => `${metric} ${value}`)).toEqual([
      ...["major_decisions_reviewed 2", "normative_documents_reviewed 3", "contracts_reviewed 67"],
      "contracts_reviewed 128",
    ])
  }
})

it("reads through marks that nobody sees", () => {
  const values = (body: string) => reportOf(body).candidates.map(({ metric, value }) => [metric, value])
  const wanted = [["contracts_reviewed", 128]]
  expect(values("全年审查各类合同128件。")).toEqual(wanted)
  expect(values("全年审查各类合同1\u200b2\u200c8件。")).toEqual(wanted)
  expect(values("全年审查\u202e各类合同\u2066128\u2069件。")).toEqual(wanted)
  expect(values("全年審查各類合同１２８件。")).toEqual(wanted)
  expect(values("全年审(shěn)查各类合同128件。")).toEqual(wanted)
})

it("leaves another language alone and reads the Chinese beside it", () => {
  const report = reportOf(
    "In 2024 the town held 12 meetings. 全年审查各类合同128件。 Le 3 mai, 40 personnes.",
  )
  expect(report.candidates.map(({ metric, value }) => [metric, value])).toEqual([["contracts_reviewed", 128]])
  expect(report.unclaimed.map(({ quote }) => quote)).toEqual(expect.arrayContaining(["12", "40"]))
})
