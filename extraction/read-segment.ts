import type { Meaning } from "@/extraction/lexicon/lexicon"
import type { Beside, Moment, Segment, Word } from "@/extraction/segment"
import type { Quantity, Token } from "@/extraction/token"

const clauseEnds = new Set([",", ";", ":", "。", "!", "|", "\n"])
const farthest = 70
const mostAfter = 24
const mostMoments = 6
const compares = new Set("较比与同")

export type SentenceTokens = {
  text: string
  tokens: readonly Token[]
  depths: Uint8Array
  /** First token of the sentence. */
  first: number
  last: number
  /** Filled when first asked for. */
  background?: readonly Word[]
}

const saysSomething = ({ topics, acts, marks }: Meaning) => topics.length + acts.length + marks.length > 0
const isQuantity = (token: Token): token is Quantity => token.type === "quantity" && token.written !== "zero"

function momentOf(text: string, token: Token, own: boolean): Moment | null {
  if (token.type === "time") {
    if (token.time.kind === "since" && text[token.end] === "的") return null
    return { own, time: token.time, mark: null, compared: isCompared(text, token), start: token.start }
  }
  const mark = token.type === "word" ? token.meaning.moment : null
  return mark ? { own, time: null, mark, compared: isCompared(text, token), start: token.start } : null
}

function isCompared(text: string, { start }: Token): boolean {
  return compares.has(text[start - 1] ?? "")
}

/** The words, gaps and times around the figure at `index`. Looks a bounded way back and ahead. */
export function readSegment(sentence: SentenceTokens, index: number, quantity: Quantity): Segment {
  const { text, tokens, depths, first } = sentence
  const depth = depths[index] ?? 0
  const before: Beside[] = []
  const after: Beside[] = []
  const earlier: Word[] = []
  const moments: Moment[] = []
  let own = true
  let level = depth
  let start = quantity.start
  let edge = quantity.start
  let gap = 0
  let unknown = 0
  let closed = 0
  const lowest = Math.max(first, index - farthest)
  for (let i = index - 1; i >= lowest; i -= 1) {
    const token = tokens[i]
    if (!token) break
    const deep = depths[i] ?? 0
    if (deep > level) {
      edge = Math.min(edge, token.start)
      continue
    }
    const isStop = token.type === "stop"
    if (own && token.end < edge && !(isStop && token.char === ")")) {
      const strange = countHan(text, token.end, edge)
      gap += strange
      unknown += strange
    }
    const opensOwn = isStop && token.char === "(" && closed === 0
    if (isStop && token.char === ")") closed += 1
    if (isStop && token.char === "(" && closed > 0) closed -= 1
    if (opensOwn && deep < level) level = deep
    const opens = token.type === "word" && token.meaning.opens
    const ends =
      (isStop && clauseEnds.has(token.char)) || (isQuantity(token) && deep === depth) || opens || opensOwn
    if (own && ends) {
      own = false
      start = token.end
    }
    if (opens) break
    edge = token.start
    if (own && token.type === "name" && token.rule !== "mark of a list") unknown += 2
    const moment = moments.length < mostMoments ? momentOf(text, token, own) : null
    if (moment) moments.push(moment)
    if (token.type === "word") {
      const { meaning } = token
      if (own) {
        before.push({ start: token.start, end: token.end, meaning, gap, far: quantity.start - token.end })
      } else if (saysSomething(meaning)) earlier.push(token)
    }
    if (own) start = token.start
  }
  if (own) {
    const floor = index - 1 >= first ? (tokens[Math.max(first, lowest)]?.start ?? start) : start
    start = Math.min(start, floor)
  }
  const background = lowest > first ? nothing : backgroundOf(sentence)
  const tail = readAfter(sentence, index, quantity, after)
  return {
    quantity,
    depth,
    start,
    end: tail.end,
    before,
    after,
    afterIsOwn: tail.isOwn,
    unknown: unknown + tail.unknown,
    earlier,
    background,
    moments,
  }
}

const nothing: readonly Word[] = []

/** What the text before the sentence was about, nearest first; the same for all figures of the sentence. */
function backgroundOf(sentence: SentenceTokens): readonly Word[] {
  if (sentence.background) return sentence.background
  const { tokens, first } = sentence
  const words: Word[] = []
  for (let i = first - 1; i >= Math.max(0, first - farthest); i -= 1) {
    const token = tokens[i]
    if (token?.type === "word" && token.meaning.topics.length > 0) words.push(token)
  }
  sentence.background = words
  return words
}

function readAfter(
  { text, tokens, depths, last }: SentenceTokens,
  index: number,
  quantity: Quantity,
  after: Beside[],
) {
  const depth = depths[index] ?? 0
  let edge = quantity.end
  let gap = 0
  for (let i = index + 1; i < Math.min(last, index + mostAfter); i += 1) {
    const token = tokens[i]
    if (!token) break
    const deep = depths[i] ?? 0
    if (deep > depth) {
      edge = token.end
      continue
    }
    const isStop = token.type === "stop"
    gap += countHan(text, edge, token.start)
    if (isStop && (clauseEnds.has(token.char) || (token.char === ")" && deep < depth)))
      return { end: token.start, isOwn: true, unknown: gap }
    if (isStop && token.char === "、") return { end: token.start, isOwn: after.length > 0, unknown: gap }
    if (isQuantity(token) || (token.type === "word" && token.meaning.opens))
      return { end: token.start, isOwn: false, unknown: 0 }
    edge = token.end
    if (token.type === "word") {
      const { meaning } = token
      after.push({
        start: token.start,
        end: token.end,
        meaning,
        gap,
        far: token.start - quantity.end,
      })
    }
  }
  return { end: edge, isOwn: true, unknown: gap }
}

function countHan(text: string, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) count += 1
  }
  return count
}
