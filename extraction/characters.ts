/** True for the code of a figure 0 to 9, folded; false past the end of a text. */
export const isDigit = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39

/** True for the code of a common Chinese character. */
export const isHan = (code: number | undefined) => code !== undefined && code >= 0x4e00 && code <= 0x9fff

const classes = new Uint32Array(0x10000)
const bits = new Map<string, number>()
const mostClasses = 31

/** A class of the characters named, as a bit: all classes stand in one table, so that one look says everything that a
 * reader asks of a character. */
export function classOf(chars: string): number {
  const bit = bits.get(chars) ?? 1 << bits.size
  if (bits.size >= mostClasses) throw new RangeError("more classes than bits: add a table")
  bits.set(chars, bit)
  for (const char of chars) classes[char.charCodeAt(0)] = classesOf(char.charCodeAt(0)) | bit
  return bit
}

/** All classes of a character; none past either end of a text. */
export const classesOf = (code: number | undefined) => classes[(code ?? 0) | 0] ?? 0

/** True if the character at `at` is in the class, or in one of several. */
export const isAt = (text: string, at: number, kinds: number) =>
  (classesOf(text.charCodeAt(at)) & kinds) !== 0

/** Marks that say of what kind a line is. */
export const lineMarks = {
  fullStop: classOf("。"),
  semicolon: classOf(";"),
  pause: classOf(",:"),
  question: classOf("!?"),
  bar: classOf("|"),
  titleEdge: classOf("|•·"),
}
