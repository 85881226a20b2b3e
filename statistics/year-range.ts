/** Reference years, both ends included. */
export type YearRange = { from: number; to: number }

/** Every year of a range in order. Throws on a range that runs backwards. */
export function yearsOf(range: YearRange): readonly number[] {
  if (range.to < range.from) throw new RangeError(`years run backwards: ${range.from} to ${range.to}`)
  return Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
}
