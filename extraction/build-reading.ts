import { letterOf, mostLetters } from "@/extraction/alphabet"
import { classOf, isAt, isDigit, isHan } from "@/extraction/characters"
import type { Line } from "@/extraction/classify-lines"
import { type Folded, textOf, unseen } from "@/extraction/fold-text"
import { keepRoom } from "@/extraction/keep-room"
import { lineMarks } from "@/extraction/line-marks"

/** What the rules read: the body without blanks, breaks inside paragraphs and furniture, as text, as UTF-16 units and as
 * their letters, each with the bit `afterBlank` where blanks stood before it. `at[i]` is the report's offset of unit i. A
 * paragraph ends with "\n"; a blank that parts two figures stays as " ". The arrays may be longer than the text, and are
 * the next text's once that is read. */
export type Reading = { text: string; units: Uint16Array; letters: Uint16Array; at: Int32Array }

/** Stands beside a letter that blanks stood before. */
export const afterBlank = mostLetters

const unitsFor = keepRoom(Uint16Array)
const lettersFor = keepRoom(Uint16Array)
const placesFor = keepRoom(Int32Array)

/** The same in arrays of its own, for whoever holds on to it. */
export function ownReading({ text, units, letters, at }: Reading): Reading {
  const { length } = text
  return {
    text,
    units: units.slice(0, length),
    letters: letters.slice(0, length),
    at: at.slice(0, length + 1),
  }
}

const endsSentence = classOf("。;!?:")
const startsItem =
  /^([•·●■◆*|]|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|\(|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]+[章部])/
const shortestWrapped = 12
const gloss = /^\([A-Za-zÀ-ÿĀ-ǿ]{1,6}\)/
/** What stood before a unit: a blank, or the break of a line inside a paragraph, over which a number goes on. */
const [atBlank, atBreak] = [1, 2]
const unseenCode = unseen.charCodeAt(0)
const blankCode = 0x20
const openingCode = 0x28
const breakCode = 0x0a
const cellCode = 0x7c
const blankLetter = letterOf(blankCode)
const breakLetter = letterOf(breakCode)
const cellLetter = letterOf(cellCode)

const numerals = "一二三四五六七八九十"

/** 一加强领导…, 二规范执法…: paragraphs numbered in order, whose marks have lost their 、. */
function follows(words: string, next: string): boolean {
  const place = numerals.indexOf(next[0] ?? " ")
  return place > 0 && words[0] === numerals[place - 1] && !/^.[个件份项次是名人]/.test(next)
}

/** True where the break after `line` stands inside a sentence: text copied from paged documents. */
function breaksInside(line: Line, next: Line | undefined, goesOn: boolean): boolean {
  if (line.kind !== "body" || next?.kind !== "body") return false
  if (isAt(line.words, line.words.length - 1, endsSentence)) return false
  if (/^[一二三四五六七八九十]$/.test(line.words) && next.words.startsWith("是")) return true
  if (startsItem.test(next.words) || follows(line.words, next.words)) return false
  return goesOn || line.words.length >= shortestWrapped || (line.mark === 0 && next.words.length <= 4)
}

const endsDecimal = /^\d{1,2}(?:万|亿|元|%)/
const longestDecimal = 4

/** Figures are put together over a blank only where the left part could be the head of a spaced number (1 2,089), or the
 * right part fills up three figures after a comma (1,0 42) or ends a decimal (3.7 5万元). */
function joinsDigits(units: Uint16Array, size: number, folded: string, at: number): boolean {
  let digits = 0
  while (digits < 4 && isDigit(units[size - 1 - digits])) digits += 1
  const before = units[size - 1 - digits]
  if (before === 0x2c && digits > 0 && digits < 3) {
    let more = 0
    while (more < 4 && isDigit(folded.charCodeAt(at + more))) more += 1
    return digits + more === 3
  }
  if (before === 0x2e) return endsDecimal.test(folded.slice(at, at + longestDecimal))
  return digits <= 3 && before !== 0x2c
}

/** Longer stretches are copied at once: that takes an object each, and shorter ones are copied sooner by hand. */
const shortestCopied = 48

/** Where the characters from `from` on end that are read as they stand: neither blank nor unseen nor a bracket. */
function endOfPlain(units: Uint16Array, { has, end }: Line, from: number): number {
  if ((has & (lineMarks.blank | lineMarks.opening)) === 0) return end
  let at = from
  while (at < end && (units[at] ?? 0) > openingCode && units[at] !== unseenCode) at += 1
  return at
}

/** Puts the body of a report together: what stands on its lines but blanks, furniture and titles. */
export function buildReading(folded: Folded, lines: readonly Line[]): Reading {
  const { units: source, letters: sourceLetters } = folded
  const most = folded.text.length + lines.length + 1
  const units = unitsFor(most)
  const letters = lettersFor(most)
  const at = placesFor(most)
  let size = 0
  let pending = 0
  let wrapped = false
  for (let l = 0; l < lines.length; l += 1) {
    const line = lines[l]
    if (!line || line.kind === "blank" || line.kind === "furniture" || line.kind === "title") continue
    for (let i = line.start; i < line.end; i += 1) {
      if (pending === 0) {
        const end = endOfPlain(source, line, i)
        const isLong = end - i > shortestCopied
        if (isLong) {
          units.set(source.subarray(i, end), size)
          letters.set(sourceLetters.subarray(i, end), size)
        }
        for (; i < end; i += 1, size += 1) {
          at[size] = i
          if (isLong) continue
          units[size] = source[i] ?? 0
          letters[size] = sourceLetters[i] ?? 0
        }
        if (i === line.end) break
      }
      const code = source[i] ?? 0
      if (code === unseenCode) continue
      if (code === blankCode) {
        if (pending === 0) pending = atBlank
        continue
      }
      if (code === openingCode && size > 0 && isHan(units[size - 1])) {
        const skipped = gloss.exec(folded.text.slice(i, i + 9))?.[0].length ?? 0
        if (skipped > 0) {
          i += skipped - 1
          continue
        }
      }
      if (
        pending === atBlank &&
        size > 0 &&
        isDigit(code) &&
        isDigit(units[size - 1]) &&
        (line.kind === "table" || !joinsDigits(units, size, folded.text, i))
      ) {
        units[size] = blankCode
        letters[size] = blankLetter
        at[size] = i - 1
        size += 1
      }
      units[size] = code
      letters[size] = (sourceLetters[i] ?? 0) | (pending === 0 ? 0 : afterBlank)
      at[size] = i
      size += 1
      pending = 0
    }
    wrapped = breaksInside(line, lines[l + 1], wrapped)
    if (wrapped) pending = atBreak
    else {
      units[size] = line.goesOn ? cellCode : breakCode
      letters[size] = line.goesOn ? cellLetter : breakLetter
      at[size] = line.end
      size += 1
      pending = 0
    }
  }
  letters[size] = 0
  at[size] = folded.text.length
  return { text: textOf(units, size), units, letters, at }
}

/** A part of the reading that ends with a paragraph; `paragraph` counts the paragraphs before it. */
export type Block = { reading: Reading; paragraph: number }

const shortestBlock = 16_384

/** Whether the line that begins at `start` holds cells of a table. */
const isRow = (text: string, start: number) => text.slice(start, text.indexOf("\n", start) + 1).includes("|")

/** Cuts a long reading at ends of paragraphs, never between rows of a table. A report is one block. */
export function blocksOf(whole: Reading): readonly Block[] {
  const { text, units, letters, at } = whole
  if (text.length <= shortestBlock) return [{ reading: whole, paragraph: 0 }]
  const blocks: Block[] = []
  for (let start = 0, paragraph = 0; start < text.length; ) {
    let end = text.indexOf("\n", start + shortestBlock) + 1
    while (end > 0 && isRow(text, end)) end = text.indexOf("\n", end) + 1
    if (end === 0) end = text.length
    const own = units.subarray(start, end)
    blocks.push({
      reading: {
        text: textOf(own, own.length),
        units: own,
        letters: letters.subarray(start, end),
        at: at.subarray(start, end + 1),
      },
      paragraph,
    })
    for (const code of own) if (code === breakCode) paragraph += 1
    start = end
  }
  return blocks
}

/** The report's `[start, end)` of a stretch of the reading. */
export function placeOf({ at }: Reading, start: number, end: number): { start: number; end: number } {
  const first = at[start] ?? 0
  const last = at[Math.max(start, end - 1)] ?? first
  return { start: first, end: last + 1 }
}
