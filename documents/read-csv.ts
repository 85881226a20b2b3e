import type { DecodedText } from "@/documents/decode-text"
import type { ReadDocument } from "@/documents/document"
import { renderSheets } from "@/documents/render-sheets"

/** Values parted by commas or tabs, quoted where they hold one. A cell that looks like a formula is the text it is. */
function parseCsv(text: string): string[][] {
  const parting = (text.split("\n", 1)[0] ?? "").includes("\t") ? "\t" : ","
  const rows: string[][] = []
  let row: string[] = []
  let cell = ""
  let quoted = false
  const endRow = () => {
    rows.push([...row, cell])
    row = []
    cell = ""
  }
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? ""
    if (quoted && char === '"' && text[i + 1] === '"') {
      cell += char
      i += 1
    } else if (char === '"' && (quoted || cell === "")) quoted = !quoted
    else if (quoted) cell += char
    else if (char === parting) {
      row.push(cell)
      cell = ""
    } else if (char === "\n") endRow()
    else if (char !== "\r") cell += char
  }
  if (cell !== "" || row.length > 0) endRow()
  return rows
}

/** A file of comma-separated values to its table. Throws Refused table_too_large, no_text. */
export function readCsv({ text, encoding }: DecodedText): ReadDocument {
  const rows = parseCsv(text).map((row) => row.map((words) => ({ words, formula: false })))
  return renderSheets("csv", encoding, [{ name: "", rows }], null)
}
