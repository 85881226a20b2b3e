/** The characters that the tables speak of, numbered as they come; every other character is letter 0. A table by letter
 * stays in the processor's nearest memory, a table of all 65,536 units does not, and each look at it is a wait. */
const letters = new Uint16Array(0x10000)
let known = 0

const bits = 12
/** The most letters that there can be. */
export const mostLetters = 1 << bits
/** What a letter is taken out with where a mark stands beside it. */
export const letterBits = mostLetters - 1

/** The letter of a unit, which is given one at its first asking. */
export function letterOf(unit: number): number {
  if (letters[unit] === 0) {
    known += 1
    if (known === mostLetters) throw new RangeError("more letters than bits: add a bit")
    letters[unit] = known
  }
  return letters[unit] ?? 0
}

/** The letter that a unit has so far. */
export const knownLetter = (unit: number) => letters[unit] ?? 0

/** How many letters there are so far: what was built of them is built anew where there are more. */
export const lettersKnown = () => known

/** A number of each letter: a look in it is quicker than a search in a string or a set. */
export type LetterTable = Uint16Array

export const letterTable = (size = mostLetters): LetterTable => new Uint16Array(size)

/** Adds bits to what a table says of some characters. */
export function mark(table: LetterTable, chars: string, bit: number): void {
  for (const char of chars) {
    const letter = letterOf(char.charCodeAt(0))
    table[letter] = (table[letter] ?? 0) | bit
  }
}
