import type { Exactness } from "@/catalogue/status"
import { foldText } from "@/extraction/fold-text"
import { quantityAt } from "@/extraction/numbers/read-quantity"

/** What stands in a stretch of text that a person marked: its figure if it holds one, and the sentence around it. */
export type Marked = {
  start: number
  end: number
  quote: string
  sentence: string
  value: number | null
  exactness: Exactness | null
  low: number | null
  high: number | null
  classifier: string | null
}

const endsSentence = /[。！？；\n]/
const longestSentence = 400

/** Reads a marked stretch, `[start, end)` of the text, without the blanks at its ends; null for blanks alone or offsets
 * outside of the text. The figure is the first one in it, as the rules read figures. */
export function readMarked(text: string, from: number, to: number): Marked | null {
  if (!(0 <= from && from < to && to <= text.length)) return null
  const raw = text.slice(from, to)
  const quote = raw.trim()
  if (quote === "") return null
  const start = from + raw.indexOf(quote)
  const end = start + quote.length
  const folded = foldText(quote)
  const found = Array.from({ length: folded.length }, (_, at) => quantityAt(folded, at)).find(
    (quantity) => quantity !== null && quantity.value !== null,
  )
  return {
    ...{ start, end, quote, sentence: sentenceAround(text, start, end) },
    ...{ value: found?.value ?? null, exactness: found?.exactness ?? null },
    ...{ low: found?.low ?? null, high: found?.high ?? null, classifier: found?.classifier ?? null },
  }
}

/** The sentence that `[start, end)` stands in, within a bound. */
export function sentenceAround(text: string, start: number, end: number): string {
  let first = start
  while (first > 0 && start - first < longestSentence && !endsSentence.test(text[first - 1] ?? "")) first -= 1
  let last = end
  while (last < text.length && last - end < longestSentence && !endsSentence.test(text[last - 1] ?? ""))
    last += 1
  return text.slice(first, last).trim()
}
