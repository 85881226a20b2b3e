import type { Series } from "@/statistics/series"

/** How reports word a metric: the clause around the figure with its number left out, in how many reports it stands so, and
 * one of them. */
export type Wording = { words: string; count: number; townCode: number; year: number; start: number }

const numerals =
  /[0-9０-９,，.．]*[0-9０-９]|[一二三四五六七八九十百千万两零〇]+(?=[余多]?[件份次场个人家项条卷处户起宗名])/g
const longest = 40

/** The wordings of a metric's figures, which come with their sentences, the most frequent first; equal ones in the order of years and towns. */
export function gatherWordings(series: readonly Series[]): readonly Wording[] {
  const found = new Map<string, Wording>()
  for (const { townCode, points } of series) {
    for (const { year, evidence } of points) {
      if (!evidence) continue
      const words = clauseOf(evidence.passage?.sentence ?? "", evidence.quote)
        .replaceAll(numerals, "…")
        .slice(0, longest)
      const known = found.get(words)
      const first = { words, townCode, year, start: evidence.start }
      found.set(words, known ? { ...known, count: known.count + 1 } : { ...first, count: 1 })
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count)
}

/** The part of a sentence between two stops that holds the quote; the quote alone where the sentence does not hold it. */
function clauseOf(sentence: string, quote: string): string {
  const at = sentence.indexOf(quote)
  if (at < 0) return quote
  const stops = /[，,；;。：:\n]/
  const before = sentence.slice(0, at).split(stops).at(-1) ?? ""
  const after = sentence.slice(at + quote.length).split(stops)[0] ?? ""
  return (before + quote + after).trim()
}
