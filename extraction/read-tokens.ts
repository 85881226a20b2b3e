import type { Reading } from "@/extraction/build-reading"
import { findStretches } from "@/extraction/find-stretches"
import { findWord, wordAt, wordLength, wordMeaning } from "@/extraction/lexicon/lexicon"
import { nameAt } from "@/extraction/numbers/read-name"
import { quantityAt } from "@/extraction/numbers/read-quantity"
import { timeAt } from "@/extraction/numbers/read-time"
import { allAt, lostFigureAt, placeholderAt, zeroAt } from "@/extraction/numbers/read-words"
import type { Token } from "@/extraction/token"

const stops = new Set(",;。:、!?|\n()“”\"'‘’[]【】<>《》·•… ")
const chineseNumerals = new Set("〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟")
const placeholderMarks = new Set("@xX×*_…○□■?.(<〇")
const zeroMarks = new Set("零无未没尚“双")
/** 1 for a character that begins something other than a word. */
const kinds = new Uint8Array(0x10000)
for (const chars of [stops, chineseNumerals, placeholderMarks, zeroMarks, "0123456789第全《“("]) {
  for (const char of chars) kinds[char.charCodeAt(0)] = 1
}

/** 2 for a mark of punctuation that begins nothing else. */
const stopOnly = 2
for (const char of stops)
  if (!placeholderMarks.has(char) && !zeroMarks.has(char) && !"《“(".includes(char))
    kinds[char.charCodeAt(0)] = stopOnly

const longestTitle = 90
const longestQuote = 16

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

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
const opensItem = /[\n。;:]$|^$/

/** Cuts the sentences that hold figures, and those just before them, into tokens, left to right, each place once: names
 * with numerals before times, times before figures, figures before words. Of the other sentences only the end is kept.
 * Linear: every attempt looks a bounded way ahead. */
export function readTokens(reading: Reading): readonly Token[] {
  const tokens: Token[] = []
  for (const { start, end, wanted } of findStretches(reading)) {
    if (wanted) readStretch(reading, start, end, tokens)
    else tokens.push({ type: "stop", start: end - 1, end, char: reading.text[end - 1] ?? "" })
  }
  return tokens
}

function readStretch({ text, gap }: Reading, from: number, until: number, tokens: Token[]) {
  let at = from
  const name = (end: number, rule: string) => {
    tokens.push({ type: "name", start: at, end, rule })
    at = end
  }
  while (at < until) {
    const kind = kinds[text.charCodeAt(at)] ?? 0
    if (kind === 0 && gap[at] === 0) {
      const found = findWord(text, at)
      if (found < 0) {
        at += 1
        continue
      }
      const meaning = wordMeaning(found)
      if (!meaning.name) {
        const end = at + wordLength(found)
        tokens.push({ type: "word", start: at, end, meaning })
        at = end
        continue
      }
    }
    if (kind === stopOnly) {
      tokens.push({ type: "stop", start: at, end: at + 1, char: text[at] ?? "" })
      at += 1
      continue
    }
    const char = text[at] ?? ""
    const digit = isDigit(text.charCodeAt(at))
    const chinese = chineseNumerals.has(char)
    if (char === "《") {
      const end = titleAt(text, at)
      if (end) {
        name(end, "title of a document")
        continue
      }
    }
    if (char === "“") {
      const end = slogan(text, at)
      const word = end ? wordAt(text, at + 1) : null
      const counted = word && (word.meaning.topics.length > 0 || word.meaning.acts.length > 0)
      if (end && !(counted && (word?.end ?? 0) - at > 2)) {
        name(end, "slogan in quotation marks")
        continue
      }
    }
    if (char === "第") {
      const end = ordinalEnd(text, at)
      const word = wordAt(text, at)
      if (end && (word?.end ?? 0) < end) {
        name(end, "ordinal")
        continue
      }
    }
    if ((digit || char === "(") && opensItem.test(text.slice(Math.max(0, at - 1), at))) {
      listMark.lastIndex = at
      if (listMark.test(text)) {
        name(listMark.lastIndex, "mark of a list")
        continue
      }
    }
    const word = wordAt(text, at)
    if (word?.meaning.name && word.end - at > 1) {
      tokens.push({ type: "name", start: at, end: word.end, rule: "fixed name" })
      if (word.meaning.topics.length + word.meaning.acts.length + word.meaning.marks.length > 0) {
        tokens.push({ type: "word", start: at, end: word.end, meaning: word.meaning })
      }
      at = word.end
      continue
    }
    if (digit || chinese) {
      const time = word && chinese ? null : timeAt(text, at)
      if (time?.time.kind === "years" && namedPlan.test(text.slice(Math.max(0, at - 3), at))) {
        name(time.end, "years of a plan")
        continue
      }
      if (time) {
        tokens.push({ type: "time", start: at, end: time.end, time: time.time })
        at = time.end
        continue
      }
      const named = digit ? nameAt(text, at) : null
      if (named) {
        name(named.end, named.rule)
        continue
      }
      const quantity = word && chinese && word.end - at > 1 ? null : quantityAt(text, at)
      if (quantity && (quantity.classifier !== null || !chinese)) {
        tokens.push(quantity)
        at = quantity.end
        continue
      }
    }
    const found =
      (placeholderMarks.has(char) ? placeholderAt(text, at) : null) ??
      (gap[at] === 1 ? lostFigureAt(text, at, true) : null) ??
      (zeroMarks.has(char) ? zeroAt(text, at) : null) ??
      (char === "全" ? allAt(text, at) : null)
    if (found) {
      tokens.push(found)
      at = found.end
      continue
    }
    if (word) {
      tokens.push({ type: "word", start: at, end: word.end, meaning: word.meaning })
      at = word.end
      continue
    }
    if (stops.has(char)) tokens.push({ type: "stop", start: at, end: at + 1, char })
    at += 1
  }
}
