import { charIs, classOf, isAt, isHan } from "@/extraction/characters"
import { conceptSet, emptySet, include, meets } from "@/extraction/lexicon/concept-set"
import {
  type Background,
  type Beside,
  type Moment,
  noBackground,
  type Segment,
  type Word,
} from "@/extraction/segment"
import { withOne } from "@/extraction/short-list"
import { type Quantity, stopCodes, type Token } from "@/extraction/token"

const { opening, closing, semicolon, pause } = stopCodes
const upTo = conceptSet(["upTo"])
const from = conceptSet(["from"])
const comparing = classOf("较比与同")
const listing = classOf("、等")
const parting = /^(?:[、和及与]|以及)$/
const farthest = 70
const mostAfter = 24
const mostMoments = 6
/** Characters between a figure and what stands close before it. */
const closeBefore = 8

export type SentenceTokens = {
  text: string
  units: Uint16Array
  tokens: readonly Token[]
  depths: Uint8Array
  /** First token of the sentence. */
  first: number
  last: number
  background: Background
}

const isQuantity = (token: Token) => token.type === "quantity" && token.content.written !== "zero"

function momentOf(text: string, token: Token, own: boolean, parted: boolean): Moment | null {
  const { start, end } = token
  if (token.type === "time") {
    if (token.content.kind === "since" && charIs(text, end, "的")) return null
    return { own, parted, time: token.content, mark: null, compared: isCompared(text, start), start }
  }
  const mark = token.type === "word" ? token.content.moment : null
  if (mark === "since" && charIs(text, end, "的")) return null
  return mark ? { own, parted, time: null, mark, compared: isCompared(text, start), start } : null
}

/** 较2022年, 与上年同期: a time that is only compared with. */
const isCompared = (text: string, start: number) => isAt(text, start - 1, comparing)

/** 违建治理、…等: a verb that is an item of a list is a noun. */
const isListed = (text: string, end: number) => isAt(text, end, listing)

/** 通过宣讲、发放资料等开展宣传30场: an act right behind 等 makes all before it the manner in which it is done. */
const isActAt = (word: Beside | undefined, at: number) =>
  word !== undefined && word.start === at && word.content.acts.length > 0 && word.content.topics.length === 0

/** 由91.5%升至98.4%: the level that a figure comes from does not part it from its noun. */
function isLevelBefore({ end }: Token, before: readonly Beside[]): boolean {
  const next = before.at(-1)
  return next !== undefined && next.start === end && meets(next.content.concepts, upTo)
}

const noBeside: Beside[] = []
const noWords: Word[] = []
const noMoments: Moment[] = []

/** The words, gaps and times around the figure at `index`. Looks a bounded way back and ahead. */
export function readSegment(sentence: SentenceTokens, index: number, quantity: Quantity): Segment {
  const { text, units, tokens, depths, first } = sentence
  const depth = depths[index] ?? 0
  let before = noBeside
  let earlier = noWords
  let moments = noMoments
  let said = emptySet()
  let saidClose = emptySet()
  let own = true
  let level = depth
  let start = quantity.start
  let edge = quantity.start
  let gap = 0
  let unknown = 0
  let closed = 0
  let inExamples = false
  let mannersOnly = false
  let parted = false
  let ofLevelBefore = false
  let figureBefore = -1
  const lowest = Math.max(first, index - farthest)
  for (let i = index - 1; i >= lowest; i -= 1) {
    const token = tokens[i]
    if (!token) break
    const deep = depths[i] ?? 0
    if (deep > level) {
      edge = Math.min(edge, token.start)
      continue
    }
    const stop = token.type === "stop" ? token.content : null
    const code = stop === null ? 0 : stop.code
    if (own && token.end < edge && code !== closing) {
      const strange = countHan(units, token.end, edge)
      gap += strange
      unknown += strange
    }
    if (code === semicolon && deep <= depth) parted = true
    const opensOwn = code === opening && closed === 0
    if (code === closing) closed += 1
    if (code === opening && closed > 0) closed -= 1
    if (opensOwn && deep < level) level = deep
    const opens = token.type === "word" && token.content.opens
    const parts = isQuantity(token) && deep === depth && !isLevelBefore(token, before)
    const ends = stop?.endsClause || parts || opens || opensOwn
    if (own && ends) {
      own = false
      start = token.end
    }
    if (opens) break
    if (parts && figureBefore < 0) figureBefore = token.end
    edge = token.start
    if (own && token.type === "name" && token.content !== "mark of a list") unknown += 2
    if (token.type === "quantity" && own) ofLevelBefore = true
    else if (token.type === "word" && meets(token.content.concepts, from)) ofLevelBefore = false
    const moment = moments.length < mostMoments && !ofLevelBefore ? momentOf(text, token, own, parted) : null
    if (moment) moments = withOne(moments, moment)
    if (token.type === "word") {
      const { end, content } = token
      if (!own) {
        if (content.saysSomething) earlier = withOne(earlier, token)
      } else {
        const far = quantity.start - end
        if (content.summarises && before.some((word) => word.content.topics.length > 0)) {
          inExamples = true
          mannersOnly = isActAt(before.at(-1), end)
        } else if (content.isDeed && !mannersOnly && !isListed(text, end)) inExamples = false
        if (!inExamples || content.topics.length === 0)
          before = withOne(before, { start: token.start, end, content, gap, far })
        if (content.saysSomething) {
          const { concepts, marks, acts } = content
          if (!inExamples) include(said, concepts)
          else if (acts.length + marks.length > 0 && !mannersOnly && !isListed(text, end))
            include(said, content.untopical)
          if (far <= closeBefore) include(saidClose, concepts)
        }
      }
    }
    if (own) start = token.start
  }
  if (own) {
    const floor = index - 1 >= first ? (tokens[Math.max(first, lowest)]?.start ?? start) : start
    start = Math.min(start, floor)
  }
  const tail = readAfter(sentence, index, quantity)
  if (isNextOfCounts(text, figureBefore, quantity, before, tail.after)) {
    before = noBeside
    said = emptySet()
    saidClose = emptySet()
  }
  return {
    quantity,
    depth,
    start,
    end: tail.end,
    before,
    after: tail.after,
    said,
    saidClose,
    figureBefore,
    afterIsOwn: tail.isOwn,
    unknown: unknown + tail.unknown,
    earlier,
    background: lowest > first ? noBackground : sentence.background,
    moments,
  }
}

/** 对6件合同、3件文件和5项决策: each figure stands before its thing, and what stands before a figure is the other's. */
function isNextOfCounts(
  text: string,
  figureBefore: number,
  { start, end }: Quantity,
  before: readonly Beside[],
  after: readonly Beside[],
): boolean {
  const next = after[0]
  if (figureBefore < 0 || !next) return false
  const word = before.find(({ content }) => content.saysSomething)
  return (
    word?.start === figureBefore &&
    word.content.topics.length > 0 &&
    next.start === end &&
    next.content.topics.length > 0 &&
    parting.test(text.slice(word.end, start))
  )
}

/** The words after a figure, where they end, whether they are its own, and the characters among them that no table knows. */
type After = { after: Beside[]; end: number; isOwn: boolean; unknown: number }

function readAfter(
  { units, tokens, depths, last }: SentenceTokens,
  index: number,
  quantity: Quantity,
): After {
  const depth = depths[index] ?? 0
  let edge = quantity.end
  let gap = 0
  let after = noBeside
  for (let i = index + 1; i < Math.min(last, index + mostAfter); i += 1) {
    const token = tokens[i]
    if (!token) break
    const deep = depths[i] ?? 0
    if (deep > depth) {
      edge = token.end
      continue
    }
    const stop = token.type === "stop" ? token.content : null
    const code = stop === null ? 0 : stop.code
    gap += countHan(units, edge, token.start)
    if (stop?.endsClause || (code === closing && deep < depth))
      return { after, end: token.start, isOwn: true, unknown: gap }
    if (code === pause) return { after, end: token.start, isOwn: after.length > 0, unknown: gap }
    if (isQuantity(token) || (token.type === "word" && token.content.opens))
      return { after, end: token.start, isOwn: false, unknown: 0 }
    edge = token.end
    if (token.type === "word") {
      const { start, end, content } = token
      after = withOne(after, { start, end, content, gap, far: start - quantity.end })
    }
  }
  return { after, end: edge, isOwn: true, unknown: gap }
}

function countHan(units: Uint16Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i += 1) if (isHan(units[i])) count += 1
  return count
}
