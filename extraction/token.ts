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
  type: "quantity"
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

/** A piece of the reading. Characters between tokens are words that the tables do not know. */
export type Token =
  | Quantity
  | { type: "word"; start: number; end: number; meaning: Meaning }
  | { type: "time"; start: number; end: number; time: Time }
  | { type: "name"; start: number; end: number; rule: string }
  | { type: "number"; start: number; end: number }
  | { type: "stop"; start: number; end: number; char: string }
