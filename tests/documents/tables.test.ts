import { afterAll, beforeAll, expect, it } from "vitest"
import { townsOfCounty } from "@/catalogue/divisions"
import { readDocument } from "@/documents/read-document"
import { matchTables } from "@/extraction/match-tables"
import { readCells } from "@/extraction/read-cells"
import { buildZip } from "@/tests/documents/build-zip"
import { makeTables, type Samples } from "@/tests/documents/make-samples"

let samples: Samples
beforeAll(() => {
  samples = makeTables()
}, 300_000)
afterAll(() => samples?.remove())

const towns = townsOfCounty(331082)

async function tableOf(bytes: Uint8Array, name: string) {
  const outcome = await readDocument(bytes, name)
  if (!outcome.ok) throw new Error(outcome.refusal)
  const [table] = matchTables(outcome.document.sheets, towns)
  if (!table) throw new Error("no table")
  return { table, text: outcome.document.text }
}

it.each(["table.csv", "table.xlsx", "table.xls"])(
  "%s: columns and towns are matched by name, each cell has its place in the text",
  async (name) => {
    const { table, text } = await tableOf(samples.read(name), name)
    expect(table.columns.map(({ suggested }) => suggested)).toEqual(["contracts_reviewed", "fines_amount"])
    expect(table.rows.map(({ townCode }) => townCode)).toEqual([331082112, 331082113, 331082114])
    expect(table.unknown).toEqual(["合计"])
    const read = (row: number) => {
      const at = table.rows[row]
      return at ? readCells(text, table, at, ["contracts_reviewed", "fines_amount"], 2024).candidates : []
    }
    expect(read(0).map(({ value }) => value)).toEqual([41, 213_000])
    expect(read(1).map(({ value }) => value)).toEqual([1200, 0])
    // A formula is never worked out: a workbook holds its saved result, which is said; in values it is only words.
    if (name !== "table.csv") {
      expect(read(2).map(({ value }) => value)).toEqual([18])
      expect(text).toContain("18（公式结果）")
    } else expect(read(2)).toEqual([])
    for (const { evidence } of [...read(0), ...read(1), ...read(2)]) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
      expect(evidence.sentence).toContain(evidence.quote)
    }
  },
)

it("a table that lies the other way gives the same", async () => {
  const across = "2024年统计,,\n指标,杜桥镇,上盘镇\n合同合法性审查数,41,1200\n法律援助（件）,12,\n"
  const { table, text } = await tableOf(Buffer.from(across), "a.csv")
  expect(table.columns.map(({ suggested }) => suggested)).toEqual(["contracts_reviewed", "legal_aid_cases"])
  const values = table.rows.map((row) =>
    readCells(text, table, row, ["contracts_reviewed", "legal_aid_cases"], 2024).candidates.map(
      ({ metric, value }) => [metric, value],
    ),
  )
  expect(values).toEqual([
    [
      ["contracts_reviewed", 41],
      ["legal_aid_cases", 12],
    ],
    [["contracts_reviewed", 1200]],
  ])
})

it("a blank left to fill is a placeholder, a column of another year is that year's, running text is no table", async () => {
  const csv = "2024年统计,,\n镇街,审查合同（件）,2023年审查合同（件）\n杜桥镇,@件,7\n上盘镇,5,8\n"
  const { table, text } = await tableOf(Buffer.from(csv), "a.csv")
  const [first] = table.rows
  const read = first
    ? readCells(text, table, first, ["contracts_reviewed", "contracts_reviewed"], 2024)
    : null
  expect(
    read?.candidates.map(({ value, missing, kind, referenceYear }) => [value, missing, kind, referenceYear]),
  ).toEqual([
    [null, "placeholder", "result", 2024],
    [7, null, "other_year", 2023],
  ])
  const prose = await readDocument(Buffer.from("杜桥镇，2024年\n审查合同41件\n"), "a.txt")
  expect(prose.ok && prose.document.sheets).toEqual([])
})

/** A workbook whose one sheet has this many rows. */
function workbook(rows: number, dimension: string) {
  const ns = "http://schemas.openxmlformats.org"
  const row = (i: number) => `<row r="${i}"><c r="A${i}"><v>${i}</v></c></row>`
  const data = Array.from({ length: rows }, (_, i) => row(i + 1)).join("")
  const rel = (type: string, target: string) =>
    `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
  return buildZip([
    { name: "[Content_Types].xml", bytes: `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>` },
    { name: "_rels/.rels", bytes: rel("officeDocument", "xl/workbook.xml") },
    { name: "xl/_rels/workbook.xml.rels", bytes: rel("worksheet", "worksheets/sheet1.xml") },
    { name: "xl/workbook.xml", bytes: `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>` },
    { name: "xl/worksheets/sheet1.xml", bytes: `<worksheet xmlns="${ns}/spreadsheetml/2006/main">${dimension}<sheetData>${data}</sheetData></worksheet>` },
  ]) // biome-ignore format: a workbook
}

it("a sheet of a million rows is refused in a moment, whether it says so or not", async () => {
  const started = Date.now()
  for (const [rows, dimension] of [
    [10, '<dimension ref="A1:B1000000"/>'],
    [1_000_000, ""],
  ] as const)
    expect(await readDocument(workbook(rows, dimension), "a.xlsx")).toEqual({
      ok: false,
      refusal: "table_too_large",
    })
  expect(Date.now() - started).toBeLessThan(20_000)
  expect(await readDocument(workbook(10, ""), "a.xlsx")).toMatchObject({ ok: true })
})
