import type { Reading } from "@/extraction/build-reading"
import { chineseNumerals } from "@/extraction/numbers/chinese-numeral"
import { startsZero } from "@/extraction/numbers/read-words"

/** Where each sentence ends, and whether its words are needed. */
export type Stretches = { ends: readonly number[]; wanted: readonly boolean[] }

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
mark(roles, ".(<全双未没无尚", maybe)
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

const isWhole = (text: string, at: number) =>
  text.startsWith("()", at) ||
  text.startsWith("<>", at) ||
  text.startsWith("全覆盖", at) ||
  text.startsWith("...", at)

/** Sentences before a figure that may say what it is about. */
const sentencesBefore = 2

/** Cuts the reading into sentences and marks those that hold whatever a figure, a placeholder or a zero in words begins
 * with, and the two before each: nothing else makes a sentence worth reading, and a report is mostly words. It may find
 * too much, never too little. */
export function findStretches({ text, units, gap }: Reading): Stretches {
  const ends: number[] = []
  const wanted: boolean[] = []
  const { length } = units
  for (let at = 0; at < length; ) {
    let isWanted = false
    for (let role = 0; role !== closing && at < length; at += 1) {
      role = roles[units[at] ?? 0] ?? 0
      if (role === 0 && gap[at] === 0) continue
      isWanted ||= gap[at] === 1 || begins(text, at, role)
    }
    ends.push(at)
    wanted.push(isWanted)
    for (let before = 2; isWanted && before <= 1 + sentencesBefore && before <= wanted.length; before += 1)
      wanted[wanted.length - before] = true
  }
  return { ends, wanted }
}

function begins(text: string, at: number, role: number): boolean {
  if (role === closing) return false
  if (role === figure) return true
  if (role === numeral && (isCounted(text, at) || text.startsWith("百分之", at))) return true
  return startsZero(text, at) || (role === maybe && isWhole(text, at))
}
