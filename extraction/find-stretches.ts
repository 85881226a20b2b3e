import { letterBits, letterTable, mark, mostLetters } from "@/extraction/alphabet"
import { afterBlank, type Reading } from "@/extraction/build-reading"
import { chineseNumerals } from "@/extraction/numbers/chinese-numeral"
import { startsZero } from "@/extraction/numbers/read-words"

/** Where each sentence ends, and whether its words are needed. */
export type Stretches = { ends: readonly number[]; wanted: readonly boolean[] }

/** What a letter can mean for the search: it always begins a figure or a placeholder, is a Chinese numeral, begins words
 * that may, ends a sentence; behind a blank anything may. */
const roles = letterTable(2 * mostLetters)
const countable = letterTable()
const [figure, numeral, maybe, closing] = [1, 2, 4, 8]
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
for (let letter = 0; letter < mostLetters; letter += 1)
  roles[letter | afterBlank] = (roles[letter] ?? 0) | figure

/** A Chinese numeral counts something only where a 量词 follows, with a word of degree between them at most. */
function isCounted(letters: Uint16Array, at: number): boolean {
  const next = countable[(letters[at + 1] ?? 0) & letterBits]
  return next === 1 || (next === 2 && countable[(letters[at + 2] ?? 0) & letterBits] === 1)
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
export function findStretches({ text, letters }: Reading): Stretches {
  const ends: number[] = []
  const wanted: boolean[] = []
  const { length } = text
  const roleOf = roles
  for (let at = 0; at < length; ) {
    let isWanted = false
    for (let role = 0; (role & closing) === 0; at += 1) {
      while (at < length && roleOf[letters[at] ?? 0] === 0) at += 1
      if (at >= length) break
      role = roleOf[letters[at] ?? 0] ?? 0
      isWanted ||= begins(text, letters, at, role)
    }
    ends.push(at)
    wanted.push(isWanted)
    for (let before = 2; isWanted && before <= 1 + sentencesBefore && before <= wanted.length; before += 1)
      wanted[wanted.length - before] = true
  }
  return { ends, wanted }
}

function begins(text: string, letters: Uint16Array, at: number, role: number): boolean {
  if ((role & figure) !== 0) return true
  if ((role & closing) !== 0) return false
  if ((role & numeral) !== 0 && (isCounted(letters, at) || text.startsWith("百分之", at))) return true
  return startsZero(text, at) || ((role & maybe) !== 0 && isWhole(text, at))
}
