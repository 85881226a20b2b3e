/** True for the code of a figure 0 to 9, folded; false past the end of a text. */
export const isDigit = (code: number | undefined) => code !== undefined && code >= 0x30 && code <= 0x39

/** True for the code of a common Chinese character. */
export const isHan = (code: number | undefined) => code !== undefined && code >= 0x4e00 && code <= 0x9fff

/** A class of characters: 1 at the code of each. A look in a table is quicker than a search in a string or a set. */
export type CharClass = Uint8Array

export function classOf(chars: string): CharClass {
  const table = new Uint8Array(0x10000)
  for (const char of chars) table[char.charCodeAt(0)] = 1
  return table
}

/** True if the character at `at` is in the class; false past either end of the text. */
export const isAt = (text: string, at: number, chars: CharClass) =>
  at >= 0 && at < text.length && chars[text.charCodeAt(at)] === 1

/** True if a character of the class stands in `[from, to)`. */
export function holds(text: string, from: number, to: number, chars: CharClass): boolean {
  for (let at = from; at < to; at += 1) if (isAt(text, at, chars)) return true
  return false
}

/** True if `char` stands at `at`; a character that is taken out of a text would have to be made first. */
export const charIs = (text: string, at: number, char: string) =>
  at >= 0 && at < text.length && text.charCodeAt(at) === char.charCodeAt(0)
