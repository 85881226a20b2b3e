import { traditionalToSimplified } from "@/extraction/traditional"

/** What an unseen mark (zero width, direction, soft hyphen, byte order) becomes: it joins what stands around it. */
export const unseen = "\u200b"

const unseenCodes = [
  0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066,
  0x2067, 0x2068, 0x2069, 0xfeff,
]
const blankCodes = [
  0x09, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
  0x2008, 0x2009, 0x200a, 0x202f, 0x205f, 0x3000,
]
/** Marks that are written in several ways, each followed by the one that rules are written with. */
const punctuation = "，,；;：:（(）)？?！!％%﹪%｜|│|—-–-－-―-‐-‑-‒-−-～~〜~∼~．.﹒.＊*＿_＠@"

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < table.length; code += 1) table[code] = code
  for (let code = 0xff01; code <= 0xff5e; code += 1) table[code] = code - 0xfee0
  for (const code of blankCodes) table[code] = 0x20
  for (const code of unseenCodes) table[code] = unseen.charCodeAt(0)
  for (let i = 0; i < punctuation.length; i += 2)
    table[punctuation.charCodeAt(i)] = punctuation.charCodeAt(i + 1)
  for (const [traditional, simplified] of traditionalToSimplified) table[traditional] = simplified
  return table
}

const table = buildTable()

/** A folded text, and its UTF-16 units: a scan reads units twice as fast as characters of a string. */
export type Folded = { text: string; units: Uint16Array }

/** Width, blanks, dashes and traditional characters made one, unit by unit: the result has the length of `text`, so an
 * offset in it is an offset in the text. Folding twice changes nothing. Line breaks stay. */
export function fold(text: string): Folded {
  const bytes = Buffer.allocUnsafe(text.length * 2)
  bytes.write(text, "utf16le")
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, text.length)
  for (let i = 0; i < units.length; i += 1) units[i] = table[units[i] ?? 0] ?? 0
  return { text: textOf(units), units }
}

/** The text of `fold` alone. */
export const foldText = (text: string) => fold(text).text

/** UTF-16 units to text; a lone half of a pair stays what it is. */
export const textOf = ({ buffer, byteOffset, byteLength }: Uint16Array) =>
  Buffer.from(buffer, byteOffset, byteLength).toString("utf16le")
