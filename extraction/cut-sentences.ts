import type { Token } from "@/extraction/token"

/** The tokens of a sentence, `[first, last)`, and its place in the reading. */
export type Sentence = { first: number; last: number; start: number; end: number; paragraph: number }

const closing = new Set(["。", "!", "\n"])
/** A text without full stops is cut at the next comma after so many tokens, so that no sentence is endless. */
const longest = 240
const pausing = new Set([",", ";", "、", " "])

/** Cuts tokens into sentences at full stops and ends of paragraphs. */
export function cutSentences(tokens: readonly Token[], length: number): readonly Sentence[] {
  const sentences: Sentence[] = []
  let first = 0
  let start = 0
  let paragraph = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token) break
    const long =
      index - first > longest &&
      (index - first > 2 * longest || (token.type === "stop" && pausing.has(token.char)))
    if (!long && (token.type !== "stop" || !closing.has(token.char))) continue
    const last = token.type === "stop" ? index : index + 1
    if (last > first) sentences.push({ first, last, start, end: token.end, paragraph })
    first = index + 1
    start = token.end
    if (token.type === "stop" && token.char === "\n") paragraph += 1
  }
  if (first < tokens.length) sentences.push({ first, last: tokens.length, start, end: length, paragraph })
  return sentences
}

/** How deep in brackets each token of the reading stands. Brackets inside words (村(社区)) are no tokens. A bracket that
 * is not closed before the end of its paragraph counts for nothing after it. */
export function bracketDepths(tokens: readonly Token[]): Uint8Array {
  const depths = new Uint8Array(tokens.length)
  let depth = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    const char = token?.type === "stop" ? token.char : ""
    if (char === ")") depth = Math.max(0, depth - 1)
    if (char === "\n") depth = 0
    depths[index] = depth
    if (char === "(") depth = Math.min(9, depth + 1)
  }
  return depths
}
