const longest = 90

/** The words around a figure: the sentence, or where that is long the stretch of it that holds the quote. */
export function excerpt({ sentence, quote }: { sentence: string; quote: string }): string {
  if (sentence.length <= longest) return sentence
  const at = Math.max(0, sentence.indexOf(quote) - 30)
  const end = Math.min(sentence.length, at + longest)
  return `${at > 0 ? "…" : ""}${sentence.slice(at, end)}${end < sentence.length ? "…" : ""}`
}
