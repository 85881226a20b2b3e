import { keepRoom } from "@/extraction/keep-room"
import type { Stop, Token } from "@/extraction/token"

/** The tokens of a sentence, `[first, last)`, its place in the reading, and whether it holds a figure: most hold none, and
 * nothing is prepared for them. */
export type Sentence = {
  first: number
  last: number
  start: number
  end: number
  paragraph: number
  hasFigure: boolean
}

/** A text without full stops is cut at the next comma after so many tokens, so that no sentence is endless. */
const longest = 240
const pausing = ",;、 "

/** The sentences of a reading, and how deep in brackets each of its tokens stands; the depths are the next reading's once
 * that is cut. */
export type Cut = { sentences: readonly Sentence[]; depths: Uint8Array }

const deepest = 9

const depthsFor = keepRoom(Uint8Array)

/** Cuts tokens into sentences at full stops and ends of paragraphs. Brackets inside words (村(社区)) are no tokens. A bracket
 * that is not closed before the end of its paragraph counts for nothing after it. */
export function cutSentences(tokens: readonly Token[], length: number): Cut {
  const sentences: Sentence[] = []
  const depths = depthsFor(tokens.length)
  let depth = 0
  let first = 0
  let start = 0
  let paragraph = 0
  let hasFigure = false
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (!token) break
    const stop = token.type === "stop" ? token.content : null
    if (stop) {
      if (stop.char === ")" && depth > 0) depth -= 1
      if (stop.char === "\n") depth = 0
    }
    depths[index] = depth
    if (stop?.char === "(" && depth < deepest) depth += 1
    if (token.type === "quantity") hasFigure = true
    if (!stop?.endsSentence && (index - first <= longest || !isEndless(index - first, stop))) continue
    const last = stop ? index : index + 1
    if (last > first) sentences.push({ first, last, start, end: token.end, paragraph, hasFigure })
    first = index + 1
    start = token.end
    hasFigure = false
    if (stop?.char === "\n") paragraph += 1
  }
  const last = tokens.length
  if (first < last) sentences.push({ first, last, start, end: length, paragraph, hasFigure })
  return { sentences, depths }
}

const isEndless = (tokens: number, stop: Stop | null) =>
  tokens > longest && (tokens > 2 * longest || (stop !== null && pausing.includes(stop.char)))
