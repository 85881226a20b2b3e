import { utils, write } from "@e965/xlsx"

type Cell = string | number | null
export type SheetOut = { name: string; rows: readonly (readonly Cell[])[]; widths: readonly number[] }

/** Sheets as an .xlsx file: numbers are numbers, text is text even where it looks like a formula, null is an empty cell.
 * `widths` are in characters. */
export function writeWorkbook(sheets: readonly SheetOut[]): Uint8Array {
  const book = utils.book_new()
  for (const { name, rows, widths } of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet["!cols"] = widths.map((wch) => ({ wch }))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }))
}
