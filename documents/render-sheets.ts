import type { Sheet, SheetCell } from "@/catalogue/sheet"
import { type DocumentReader, type ReadDocument, Refused } from "@/documents/document"
import { columnsLimit, rowsLimit } from "@/documents/limits"
import { readMetadata } from "@/documents/read-metadata"

export type RawSheet = { name: string; rows: readonly (readonly { words: string; formula: boolean }[])[] }

/** Said beside a value that a formula gave: formulas are never worked out here, the saved result is taken. */
const formulaMark = "（公式结果）"

const bare = (words: string) => words.replace(/[\s|\0]+/g, " ").trim()

/** Tables as text, a row a line and cells parted by " | " as everywhere, and each cell's place in it. Empty rows and
 * cells at the end of a row are left out. Throws Refused table_too_large, no_text. */
export function renderSheets(
  reader: DocumentReader,
  encoding: string,
  raw: readonly RawSheet[],
  title: string | null,
): ReadDocument {
  let text = ""
  const sheets: Sheet[] = []
  for (const { name, rows } of raw) {
    if (rows.length > rowsLimit || rows.some((row) => row.length > columnsLimit))
      throw new Refused("table_too_large")
    if (name !== "" && raw.length > 1) text += `${text === "" ? "" : "\n"}${bare(name)}\n`
    const kept: SheetCell[][] = []
    for (const row of rows) {
      const last = row.findLastIndex(({ words }) => bare(words) !== "")
      if (last < 0) continue
      const cells = row.slice(0, last + 1).map(({ words, formula }, column): SheetCell => {
        if (column > 0) text += " | "
        const start = text.length
        text += bare(words)
        const cell = { words: bare(words), start, end: text.length }
        if (formula) text += formulaMark
        return cell
      })
      text += "\n"
      kept.push(cells)
    }
    sheets.push({ name, rows: kept })
  }
  if (text.trim() === "") throw new Refused("no_text")
  const metadata = readMetadata(text)
  return { reader, encoding, text, metadata: { ...metadata, title: metadata.title ?? title }, sheets }
}
