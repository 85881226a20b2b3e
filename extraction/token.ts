import type { Exactness } from "@/catalogue/status"
import type { Meaning } from "@/extraction/lexicon/lexicon"
import type { UnitClass } from "@/extraction/numbers/classifiers"

/** When something was: as far as one expression says. Months are 1 to 12. */
export type Time =
  | { kind: "year"; year: number }
  | { kind: "since"; year: number }
  | { kind: "years" }
  | { kind: "months"; year: number | null; from: number; to: number; until: boolean }
  | { kind: "day"; year: number | null; month: number | null }

/** A figure: `[start, end)` in the reading holds its approximation words and its classifier. `value` is scaled (万
 * multiplied), `low` and `high` only for a range. `missing` is an unfilled placeholder, `zero` a zero in words. */
export type Quantity = {
  start: number
  end: number
  written: "figures" | "words" | "placeholder" | "zero" | "all" | "cell"
  value: number | null
  low: number | null
  high: number | null
  exactness: Exactness | null
  classifier: string | null
  unit: UnitClass
}

/** A mark of punctuation: `endsClause` parts what is said of a figure from the rest, `endsSentence` parts sentences. */
export type Stop = { char: string; code: number; endsClause: boolean; endsSentence: boolean }

/** Codes of marks that are asked for at every token: numbers are compared sooner than characters, or none. */
export const stopCodes = {
  opening: 0x28,
  closing: 0x29,
  semicolon: 0x3b,
  pause: 0x3001,
  lineBreak: 0x0a,
} as const

/** A piece of the reading, `content` by its type; characters between tokens are words that the tables do not know. All
 * have the same fields in the same order: the reader looks at thousands of them. */
export type Token =
  | { type: "quantity"; start: number; end: number; content: Quantity }
  | { type: "word"; start: number; end: number; content: Meaning }
  | { type: "time"; start: number; end: number; content: Time }
  /** The rule that knows the name. */
  | { type: "name"; start: number; end: number; content: string }
  | { type: "stop"; start: number; end: number; content: Stop }
