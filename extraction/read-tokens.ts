import { letterBits, letterOf, letterTable, mark, mostLetters } from "@/extraction/alphabet"
import { afterBlank, type Reading } from "@/extraction/build-reading"
import { classOf, isAt } from "@/extraction/characters"
import { type Cut, SentenceCutter } from "@/extraction/cut-sentences"
import { findStretches } from "@/extraction/find-stretches"
import { beginnings, findWord, wordAt, wordLength, wordMeaning } from "@/extraction/lexicon/lexicon"
import { chineseNumerals } from "@/extraction/numbers/chinese-numeral"
import { nameAt } from "@/extraction/numbers/read-name"
import { quantityAt } from "@/extraction/numbers/read-quantity"
import { timeAt } from "@/extraction/numbers/read-time"
import { allAt, lostFigureAt, placeholderAt, zeroAt } from "@/extraction/numbers/read-words"
import type { Stop } from "@/extraction/token"

const stops = ",;。:、!?|\n()“”\"'‘’[]【】<>《》·•… "
const clauseEnds = ",;:。!|\n"
const sentenceEnds = "。!\n"
const stopKinds: readonly Stop[] = [...stops].map((char) => ({
  char,
  code: char.charCodeAt(0),
  endsClause: clauseEnds.includes(char),
  endsSentence: sentenceEnds.includes(char),
}))
/** Of each letter, its place among the stops and one more; 0 for what is none. */
const stopNumbers = letterTable()
for (const [place, { char }] of stopKinds.entries()) mark(stopNumbers, char, place + 1)
function stopOf(letter: number): Stop | undefined {
  const number = stopNumbers[letter & letterBits] ?? 0
  return number === 0 ? undefined : stopKinds[number - 1]
}

/** What a letter may begin: a word alone, or more than that by any other of these bits. Behind a blank a figure may be lost. */
const [digit, chinese, placeholder, zero, other, stopOnly, word, afterGap] = [1, 2, 4, 8, 16, 32, 64, 128]
const kinds = letterTable(2 * mostLetters)
mark(kinds, "0123456789", digit)
mark(kinds, chineseNumerals, chinese)
mark(kinds, "@xX×*_…○□■?.(<〇", placeholder)
mark(kinds, "零无未没尚“双", zero)
mark(kinds, "第全《“(", other)
for (const char of stops) if (kinds[letterOf(char.charCodeAt(0))] === 0) mark(kinds, char, stopOnly)
mark(kinds, beginnings, word)
for (let letter = 0; letter < mostLetters; letter += 1)
  kinds[letter | afterBlank] = (kinds[letter] ?? 0) | afterGap

const longestTitle = 90
const longestQuote = 16

/** 《…》: a law or a document; its words and figures are a name. */
function titleAt(text: string, from: number): number | null {
  const length = text.slice(from, from + longestTitle).search(/[》\n]/)
  return length > 0 && text[from + length] === "》" ? from + length + 1 : null
}

/** A short quotation with a numeral in it and no counted thing: “1+1+N”, “三书”, “4·15”. */
function slogan(text: string, from: number): number | null {
  const length = text.slice(from, from + longestQuote + 1).indexOf("”")
  if (length < 0) return null
  const end = from + length
  const inside = text.slice(from + 1, end)
  if (/[,。;:]/.test(inside) || !/[\d一二三四五六七八九十百千双]/.test(inside)) return null
  return /\d+[件份起宗次场人名]/.test(inside) || /^(零|双零)/.test(inside) ? null : end + 1
}

function ordinalEnd(text: string, from: number): number | null {
  const match =
    /^第\s?(?:\d+|[一二三四五六七八九十百]+)(?:次|届|批|期|条|号|个|部|名|位|章|场|款|轮|项|站|集|讲|课|季)?/.exec(
      text.slice(from, from + 8),
    )
  return match && match[0].length > 1 ? from + match[0].length : null
}

const namedPlan = /(纲要|规划|计划|方案|行动)\(?$/
const listMark = /(?:\(\d{1,2}\)|\d{1,2}[.、)](?!\d))/y
const opensItem = classOf("\n。;:")
const opening = "(".charCodeAt(0)

function endOfUnread({ text, letters, units }: Reading, at: number): Stop {
  const known = stopOf(letters[at] ?? 0)
  return known ?? { char: text[at] ?? "", code: units[at] ?? 0, endsClause: false, endsSentence: false }
}

/** Cuts the sentences that hold figures, and those just before them, into tokens, left to right, each place once: names
 * with numerals before times, times before figures, figures before words. Of the other sentences only the end is kept.
 * Linear: every attempt looks a bounded way ahead. */
export function readTokens(reading: Reading): Cut {
  const tokens = new SentenceCutter(reading.text.length)
  const { ends, wanted } = findStretches(reading)
  let start = 0
  ends.forEach((end, index) => {
    if (wanted[index]) readStretch(reading, start, end, tokens)
    else tokens.add({ type: "stop", start: end - 1, end, content: endOfUnread(reading, end - 1) })
    start = end
  })
  return tokens.finish()
}

function readStretch(reading: Reading, from: number, until: number, tokens: SentenceCutter) {
  const { letters, text } = reading
  const { length } = text
  const kindOf = kinds
  let at = from
  while (at < until) {
    const kind = kindOf[letters[at] ?? 0] ?? 0
    if (kind === 0) {
      at += 1
      continue
    }
    if (kind === word) {
      const found = findWord(letters, at, length)
      if (found < 0) {
        at += 1
        continue
      }
      const content = wordMeaning(found)
      if (!content.name) {
        const end = at + wordLength(found)
        tokens.add({ type: "word", start: at, end, content })
        at = end
        continue
      }
    }
    if ((kind & stopOnly) !== 0) {
      const content = stopOf(letters[at] ?? 0)
      if (content) tokens.add({ type: "stop", start: at, end: at + 1, content })
      at += 1
      continue
    }
    at = readOther(reading, at, kind, tokens)
  }
}

/** Reads what begins with something other than a plain word, and says where it ends. */
function readOther({ text, letters }: Reading, at: number, kind: number, tokens: SentenceCutter): number {
  const named =
    (kind & (other | digit | placeholder)) === 0
      ? null
      : (((kind & other) === 0 ? null : markedName(text, at)) ?? listMarkAt(text, at, kind))
  if (named) {
    tokens.add({ type: "name", start: at, end: named.end, content: named.rule })
    return named.end
  }
  const found = (kind & word) === 0 ? -1 : findWord(letters, at, text.length)
  const meaning = found < 0 ? null : wordMeaning(found)
  const wordEnd = at + (found < 0 ? 0 : wordLength(found))
  if (meaning?.name && wordEnd - at > 1) {
    tokens.add({ type: "name", start: at, end: wordEnd, content: "fixed name" })
    if (meaning.saysSomething) tokens.add({ type: "word", start: at, end: wordEnd, content: meaning })
    return wordEnd
  }
  const end =
    (kind & (digit | chinese)) === 0 ? 0 : readNumber(text, at, (kind & digit) !== 0, wordEnd, tokens)
  if (end > 0) return end
  const quantity =
    ((kind & placeholder) === 0 ? null : placeholderAt(text, at)) ??
    ((kind & afterGap) !== 0 ? lostFigureAt(text, at, true) : null) ??
    ((kind & zero) === 0 ? null : zeroAt(text, at)) ??
    ((kind & other) === 0 ? null : allAt(text, at))
  if (quantity) {
    tokens.add({ type: "quantity", start: quantity.start, end: quantity.end, content: quantity })
    return quantity.end
  }
  if (meaning) {
    tokens.add({ type: "word", start: at, end: wordEnd, content: meaning })
    return wordEnd
  }
  const content = stopOf(letters[at] ?? 0)
  if (content) tokens.add({ type: "stop", start: at, end: at + 1, content })
  return at + 1
}

type Named = { end: number; rule: string }

/** A name that its first mark gives away: 《…》, “1+1+N”, 第3次. */
function markedName(text: string, at: number): Named | null {
  switch (text[at]) {
    case "《": {
      const end = titleAt(text, at)
      return end === null ? null : { end, rule: "title of a document" }
    }
    case "“": {
      const end = slogan(text, at)
      const word = end === null ? null : wordAt(text, at + 1)
      const counted = word && (word.meaning.topics.length > 0 || word.meaning.acts.length > 0)
      return end === null || (counted && word.end - at > 2)
        ? null
        : { end, rule: "slogan in quotation marks" }
    }
    case "第": {
      const end = ordinalEnd(text, at)
      return end !== null && (wordAt(text, at)?.end ?? 0) < end ? { end, rule: "ordinal" } : null
    }
    default:
      return null
  }
}

function listMarkAt(text: string, at: number, kind: number): Named | null {
  if ((kind & digit) === 0 && text.charCodeAt(at) !== opening) return null
  if (at > 0 && !isAt(text, at - 1, opensItem)) return null
  listMark.lastIndex = at
  return listMark.test(text) ? { end: listMark.lastIndex, rule: "mark of a list" } : null
}

/** A time, a name made of figures, or a figure; 0 where a numeral is none of them. `wordEnd` is where a word of the tables
 * that begins here ends: a Chinese numeral in it is none. */
function readNumber(
  text: string,
  at: number,
  isDigit: boolean,
  wordEnd: number,
  tokens: SentenceCutter,
): number {
  const time = wordEnd > at && !isDigit ? null : timeAt(text, at)
  if (time) {
    const isPlan = time.time.kind === "years" && namedPlan.test(text.slice(Math.max(0, at - 3), at))
    if (isPlan) tokens.add({ type: "name", start: at, end: time.end, content: "years of a plan" })
    else tokens.add({ type: "time", start: at, end: time.end, content: time.time })
    return time.end
  }
  const named = isDigit ? nameAt(text, at) : null
  if (named) {
    tokens.add({ type: "name", start: at, end: named.end, content: named.rule })
    return named.end
  }
  const quantity = !isDigit && wordEnd - at > 1 ? null : quantityAt(text, at)
  if (!quantity || (quantity.classifier === null && !isDigit)) return 0
  tokens.add({ type: "quantity", start: quantity.start, end: quantity.end, content: quantity })
  return quantity.end
}
