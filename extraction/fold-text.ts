import { knownLetter, lettersKnown } from "@/extraction/alphabet"
import { keepRoom } from "@/extraction/keep-room"
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

const foldedUnits = buildTable()

/** Of each unit, the unit that it becomes, and above it that one's letter: one look gives both. */
const folding = new Uint32Array(0x10000)
let lettersFolded = -1

function learnLetters(): void {
  if (lettersFolded === lettersKnown()) return
  lettersFolded = lettersKnown()
  for (let code = 0; code < folding.length; code += 1) {
    const unit = foldedUnits[code] ?? 0
    folding[code] = unit | (knownLetter(unit) << 16)
  }
}

/** A folded text, its UTF-16 units, and their letters: a scan reads them twice as fast as characters of a string. Both
 * arrays may be longer than the text, and are the next text's once that is folded. */
export type Folded = { text: string; units: Uint16Array; letters: Uint16Array }

const unitsFor = keepRoom(Uint16Array)
const lettersFor = keepRoom(Uint16Array)

/** Width, blanks, dashes and traditional characters made one, unit by unit: the result has the length of `text`, so an
 * offset in it is an offset in the text. Folding twice changes nothing. Line breaks stay. */
export function fold(text: string): Folded {
  learnLetters()
  const { length } = text
  const table = folding
  const units = unitsFor(length)
  const letters = lettersFor(length)
  bytesOf(units).write(text, "utf16le")
  for (let i = 0; i < length; i += 1) {
    const folded = table[units[i] ?? 0] ?? 0
    units[i] = folded & 0xffff
    letters[i] = folded >>> 16
  }
  return { text: textOf(units, length), units, letters }
}

/** The text of `fold` alone; it leaves what was folded before as it is. */
export function foldText(text: string): string {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < units.length; i += 1) units[i] = foldedUnits[text.charCodeAt(i)] ?? 0
  return Buffer.from(units.buffer).toString("utf16le")
}

/** The bytes of arrays that were asked for: those that are kept are asked for again with every text. */
const views = new WeakMap<Uint16Array, Buffer>()

function bytesOf(units: Uint16Array): Buffer {
  const known = views.get(units)
  if (known) return known
  const bytes = Buffer.from(units.buffer, units.byteOffset, units.byteLength)
  views.set(units, bytes)
  return bytes
}

/** So many UTF-16 units to text; a lone half of a pair stays what it is. */
export const textOf = (units: Uint16Array, length: number) =>
  bytesOf(units).toString("utf16le", 0, length * 2)
