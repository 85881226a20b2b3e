import { type CharClass, classOf, holds, isAt, isDigit } from "@/extraction/characters"
import type { Time } from "@/extraction/token"

type Found = { end: number; time: Time } | null
/** `needs`: one of these characters stands so far behind the first, `[from, to)`; where none does, the pattern is not tried. */
type TimeRule = {
  name: string
  needs?: { chars: CharClass; from: number; to: number }
  pattern: RegExp
  read: (groups: readonly string[]) => Time
}

const chineseDigits = "〇一二三四五六七八九"
const toYear = (word: string) =>
  isDigit(word.charCodeAt(0))
    ? Number(word)
    : Number([...word].map((char) => chineseDigits.indexOf(char)).join(""))
const year = "((?:19|20)\\d\\d|二〇[〇一二三][〇一二三四五六七八九])"
const sticky = (source: string) => new RegExp(source, "y")
const needs = (chars: string, from: number, to: number) => ({ chars: classOf(chars), from, to })
const aMonth = needs("月", 1, 8)
const monthOf = (word: string | undefined) => (word ? Number(word) : null)

/** How times are written, most words first; every pattern is bounded, so none can run away. */
const timeRules: readonly TimeRule[] = [
  {
    name: "since a year",
    needs: needs("来起", 5, 22),
    pattern: sticky(`${year}年度?(?:\\d{1,2}月(?:份|底)?(?:\\d{1,2}日)?)?[^\\d,。;、\\n]{0,6}?(?:以来|(?:成立|启动|实施|运行|开展|设立|建成)?起(?=,))`),
    read: ([, y = ""]) => ({ kind: "since", year: toYear(y) }),
  },
  {
    name: "from a day to a day",
    needs: aMonth,
    pattern: sticky(
      `(?:${year}年)?(\\d{1,2})月(?:\\d{1,2}日|份|底|初|末)?(?:至|到|-)(?:${year}年)?(\\d{1,2})月(?:\\d{1,2}日|份|底|末)?`,
    ),
    read: ([, from, first, to, last]) => ({
      kind: "months",
      year: to ? toYear(to) : from ? toYear(from) : null,
      from: Number(first),
      to: Number(last),
      until: false,
    }),
  },
  {
    name: "days of a month",
    needs: aMonth,
    pattern: sticky(`(?:${year}年)?(\\d{1,2})月\\d{1,2}(?:日)?(?:至|到|-)\\d{1,2}日`),
    read: ([, y, month]) => ({ kind: "day", year: y ? toYear(y) : null, month: monthOf(month) }),
  },
  {
    name: "months",
    needs: needs("月", 3, 11),
    pattern: sticky(`(?:${year}年)?(\\d{1,2})(?:至|到|-)(\\d{1,2})月(?:份|底)?`),
    read: ([, y, first, last]) => ({
      kind: "months",
      year: y ? toYear(y) : null,
      from: Number(first),
      to: Number(last),
      until: false,
    }),
  },
  {
    name: "a day",
    needs: aMonth,
    pattern: sticky(`(?:${year}年)?(\\d{1,2})月(\\d{1,2})日`),
    read: ([, y, month]) => ({ kind: "day", year: y ? toYear(y) : null, month: monthOf(month) }),
  },
  {
    name: "a month",
    needs: aMonth,
    pattern: sticky(`(?:${year}年)?(\\d{1,2})月(?:份|底|末|初|中旬|上旬|下旬)?(?!\\d)`),
    read: ([, y, month]) => ({
      kind: "months",
      year: y ? toYear(y) : null,
      from: Number(month),
      to: Number(month),
      until: false,
    }),
  },
  { name: "years", pattern: sticky(`${year}年?(?:至|到|-|—)?${year}年?度?`), read: () => ({ kind: "years" }) },
  { name: "a day in figures", needs: needs("-0123456789", 4, 5), pattern: sticky(`${year}-\\d{1,2}-\\d{1,2}|${year}(?:0[1-9]|1[0-2])(?:[0-2]\\d|3[01])(?![\\d件起宗例次个人份条元场项余多])|${year}\\d{2,4}日|${year}\\d{1,2}月`), read: () => ({ kind: "day", year: null, month: null }) },
  { name: "a year", pattern: sticky(`${year}(?:年度|年|度)`), read: ([, y = ""]) => ({ kind: "year", year: toYear(y) }) },
  { name: "a year, its word lost", pattern: sticky(`${year}(?=总共|全年|共|,|、|\\))`), read: ([, y = ""]) => ({ kind: "year", year: toYear(y) }) },
  { name: "a time of day", needs: needs(":", 1, 3), pattern: sticky("\\d{1,2}:\\d{2}(?::\\d{2})?"), read: () => ({ kind: "day", year: null, month: null }) },
] // biome-ignore format: a table

const untilWords = /截[至止](?:到|于)?(?:目前)?(?:(?:20\d\d|今|本)年)?$/

const afterFigures = classOf("年月日-:至到度—")

const startsYear = classOf("12")

/** A quick look before the patterns: what stands after the figures, or four of them that could be a year. */
function mayBeTime(text: string, from: number): boolean {
  let end = from
  while (end - from < 9 && isDigit(text.charCodeAt(end))) end += 1
  if (end === from) return text.startsWith("二〇", from)
  return isAt(text, end, afterFigures) || (end - from >= 4 && isAt(text, from, startsYear))
}

/** The time expression that begins at `from`, or null. 截至 before a month makes it a time reached, not one month. */
export function timeAt(text: string, from: number): Found {
  if (from > 0 && isDigit(text.charCodeAt(from - 1))) return null
  if (!mayBeTime(text, from)) return null
  for (const { needs, pattern, read } of timeRules) {
    if (needs && !holds(text, from + needs.from, from + needs.to, needs.chars)) continue
    pattern.lastIndex = from
    const groups = pattern.exec(text)
    if (!groups) continue
    const time = read(groups)
    if (
      (time.kind === "months" || time.kind === "day") &&
      untilWords.test(text.slice(Math.max(0, from - 10), from))
    ) {
      const month = time.kind === "months" ? time.to : (time.month ?? 12)
      return {
        end: pattern.lastIndex,
        time: { kind: "months", year: time.year, from: 1, to: month, until: true },
      }
    }
    return { end: pattern.lastIndex, time }
  }
  return null
}
