import { type CellObject, read, type WorkBook } from "@e965/xlsx"
import { type ReadDocument, Refused } from "@/documents/document"
import { columnsLimit, rowsLimit } from "@/documents/limits"
import { renderSheets } from "@/documents/render-sheets"
import { unpackOffice } from "@/documents/unpack"

/** How far a sheet says it reaches, before anything of it is parsed: `<dimension ref="A1:F1000000"/>`. */
function rowsClaimed(part: Uint8Array): number {
  const head = new TextDecoder("latin1").decode(part.subarray(0, 2000))
  return Number(/<dimension ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(head)?.[1] ?? 0)
}

function wordsOf(cell: CellObject | undefined): string {
  if (!cell || cell.v === undefined || cell.t === "z") return ""
  if (cell.t === "e") return cell.w ?? ""
  return (cell.w ?? String(cell.v)).trim()
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      sheetRows: rowsLimit + 1,
      cellHTML: false,
      bookVBA: false,
    })
  } catch (error) {
    throw new Refused(/password|encrypt/i.test(String(error)) ? "password" : "damaged")
  }
}

/** A workbook (.xlsx, .xls) to its tables: every visible sheet, values as they are shown. Formulas are never worked out:
 * the result saved with the file is taken, and said. Throws Refused password, damaged, unsafe, table_too_large, no_text. */
export async function readXlsx(bytes: Uint8Array, format: "xlsx" | "xls"): Promise<ReadDocument> {
  if (format === "xlsx") {
    const parts = await unpackOffice(bytes)
    for (const [name, part] of parts) {
      const isSheet = /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
      if (isSheet && (rowsClaimed(part) > rowsLimit * 10 || part.length > 32 * 1024 * 1024))
        throw new Refused("table_too_large")
    }
  }
  const book = open(bytes)
  const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden)
  const raw = visible.map((name) => {
    const data = (book.Sheets[name]?.["!data"] ?? []) as (CellObject | undefined)[][]
    const rows = Array.from({ length: data.length }, (_, r) =>
      Array.from({ length: Math.min(data[r]?.length ?? 0, columnsLimit + 1) }, (_, c) => {
        const cell = data[r]?.[c]
        return { words: wordsOf(cell), formula: cell?.f !== undefined }
      }),
    )
    const last = rows.findLastIndex((row) => row.some(({ words }) => words !== ""))
    return { name, rows: rows.slice(0, last + 1) }
  })
  return renderSheets("xlsx", "binary", raw, book.Props?.Title?.trim() || null)
}
