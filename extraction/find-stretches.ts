import type { Reading } from "@/extraction/build-reading"
import { chineseNumerals } from "@/extraction/numbers/chinese-numeral"
import { startsZero } from "@/extraction/numbers/read-words"

/** A sentence, and whether its words are needed. */
export type Stretch = { start: number; end: number; wanted: boolean }

/** What a character can mean for the search: 1 always begins a figure or a placeholder, 2 a Chinese numeral, 3 words that
 * may, 4 ends a sentence. */
const roles = new Uint8Array(0x10000)
const countable = new Uint8Array(0x10000)
const [figure, numeral, maybe, closing] = [1, 2, 3, 4]
const mark = (table: Uint8Array, chars: string, value: number) => {
  for (const char of chars) table[char.charCodeAt(0)] = value
}
mark(roles, "0123456789@×*_…○□■?xX", figure)
mark(roles, chineseNumerals, numeral)
mark(roles, ".(<全双百未没无尚", maybe)
mark(roles, "。!\n", closing)
mark(
  countable,
  "个件份项条次场期轮起宗例卷本册张名人位家户批堂篇处万元亿成平亩公千吨天年月日周岁分倍票辆台届级号楼层只头栋幢座间套部幅块支所类大种面组字封集首门节车班站艘枚盏把袋箱对款桌片盒匹瓶扇棵株道版章美季时课口步街旬",
  1,
)
mark(countable, "余多几至-", 2)

/** A Chinese numeral counts something only where a 量词 follows, with a word of degree between them at most. */
function isCounted(text: string, at: number): boolean {
  const next = countable[text.charCodeAt(at + 1)] ?? 0
  return next === 1 || (next === 2 && countable[text.charCodeAt(at + 2)] === 1)
}

function mayBegin(text: string, at: number): boolean {
  switch (text[at]) {
    case ".":
      return text[at + 1] === "." && text[at + 2] === "."
    case "(":
      return text[at + 1] === ")"
    case "<":
      return text[at + 1] === ">"
    case "全":
      return text[at + 1] === "覆" && text[at + 2] === "盖"
    case "百":
      return (text[at + 1] === "分" && text[at + 2] === "之") || isCounted(text, at)
    default:
      return startsZero(text, at)
  }
}

/** Sentences before a figure that may say what it is about. */
const sentencesBefore = 2

/** Cuts the reading into sentences and marks those that hold whatever a figure, a placeholder or a zero in words begins
 * with, and the two before each: nothing else makes a sentence worth reading, and a report is mostly words. It may find
 * too much, never too little. */
export function findStretches({ text, gap }: Reading): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let start = 0, at = 0; at < text.length; start = at) {
    let wanted = false
    let closed = false
    for (; !closed && at < text.length; at += 1) {
      const role = roles[text.charCodeAt(at)] ?? 0
      closed = role === closing
      if (!wanted) wanted = gap[at] === 1 || (role !== 0 && !closed && begins(text, at, role))
    }
    stretches.push({ start, end: at, wanted })
    if (wanted) wantBefore(stretches)
  }
  return stretches
}

function begins(text: string, at: number, role: number): boolean {
  if (role === figure) return true
  return role === numeral ? isCounted(text, at) || startsZero(text, at) : mayBegin(text, at)
}

function wantBefore(stretches: readonly Stretch[]): void {
  const last = stretches.length - 1
  for (let i = Math.max(0, last - sentencesBefore); i < last; i += 1) {
    const earlier = stretches[i]
    if (earlier) earlier.wanted = true
  }
}
