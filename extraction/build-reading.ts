import { type Line, levelOf } from "@/extraction/classify-lines"
import { unseen } from "@/extraction/fold-text"

/** What the rules read: the body without blanks, breaks inside paragraphs and furniture. `at[i]` is the report's offset
 * of unit i; `gap[i]` is 1 where blanks stood before it. A paragraph ends with "\n"; a blank that parts two figures
 * stays as " ". */
export type Reading = { text: string; at: Int32Array; gap: Uint8Array }

const endsSentence = /[。;!?:]$/
const startsItem =
  /^([•·●■◆*|]|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是|\(|\d{1,2}[.、](?!\d)|第[一二三四五六七八九十]+[章部])/
const shortestWrapped = 12
const gloss = /^\([A-Za-zÀ-ÿĀ-ǿ]{1,6}\)/
const isDigit = (char: string | undefined) => char !== undefined && char >= "0" && char <= "9"
const isHan = (char: string | undefined) => char !== undefined && char >= "\u4e00" && char <= "\u9fff"

/** True where the break after `line` stands inside a sentence: text copied from paged documents. */
function breaksInside(line: Line, next: Line | undefined): boolean {
  if (line.kind !== "body" || next?.kind !== "body") return false
  if (endsSentence.test(line.words)) return false
  if (/^[一二三四五六七八九十]$/.test(line.words) && next.words.startsWith("是")) return true
  if (startsItem.test(next.words)) return false
  return line.words.length >= shortestWrapped || (levelOf(line.words) === 0 && next.words.length <= 4)
}

/** Figures are put together over a blank only where the left part could be the head of a spaced number (1 2,089). */
function joinsDigits(text: string): boolean {
  return /(?:^|[^\d.,])\d{1,3}$/.test(text.slice(-5))
}

export function buildReading(folded: string, lines: readonly Line[]): Reading {
  const at = new Int32Array(folded.length + lines.length + 1)
  const gap = new Uint8Array(at.length)
  const parts: string[] = []
  let tail = ""
  let size = 0
  const push = (char: string, offset: number, afterGap: boolean) => {
    at[size] = offset
    gap[size] = afterGap ? 1 : 0
    size += 1
    tail += char
    if (tail.length > 4096) {
      parts.push(tail.slice(0, -16))
      tail = tail.slice(-16)
    }
  }
  let pendingGap = false
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank" || line.kind === "furniture" || line.kind === "title") continue
    for (let i = line.start; i < line.end; i += 1) {
      const char = folded[i] ?? ""
      if (char === unseen) continue
      if (char === " ") {
        pendingGap = true
        continue
      }
      if (char === "(" && isHan(tail.at(-1))) {
        const skipped = gloss.exec(folded.slice(i, i + 9))?.[0].length ?? 0
        if (skipped > 0) {
          i += skipped - 1
          continue
        }
      }
      if (
        pendingGap &&
        isDigit(char) &&
        isDigit(tail.at(-1)) &&
        (line.kind === "table" || !joinsDigits(tail))
      ) {
        push(" ", i - 1, false)
      }
      push(char, i, pendingGap)
      pendingGap = false
    }
    if (breaksInside(line, lines[index + 1])) pendingGap = true
    else {
      push("\n", line.end, false)
      pendingGap = false
    }
  }
  parts.push(tail)
  at[size] = folded.length
  return { text: parts.join(""), at: at.subarray(0, size + 1), gap: gap.subarray(0, size + 1) }
}

/** The report's `[start, end)` of a stretch of the reading. */
export function placeOf({ at }: Reading, start: number, end: number): { start: number; end: number } {
  const first = at[start] ?? 0
  const last = at[Math.max(start, end - 1)] ?? first
  return { start: first, end: last + 1 }
}
