import { classOf, holds } from "@/extraction/characters"

/** Digits and powers of Chinese numerals, plain and as banks write them. */
const digits: Readonly<Record<string, number>> = {
  "〇": 0, 零: 0, 一: 1, 壹: 1, 二: 2, 贰: 2, 两: 2, 三: 3, 叁: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 七: 7,
  柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9,
} // biome-ignore format: a table
/** Every character that a Chinese numeral is written with. */
export const chineseNumerals = "〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
const powers: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const wholes: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }
const tens: Readonly<Record<string, string>> = { 廿: "二十", 卅: "三十", 卌: "四十" }

/** Values by the code of their character, -1 for all other characters: a look is quicker than a search by name. */
function valuesOf(table: Readonly<Record<string, number>>): Int32Array {
  const values = new Int32Array(0x10000).fill(-1)
  for (const [char, value] of Object.entries(table)) values[char.charCodeAt(0)] = value
  return values
}
const digitOf = valuesOf(digits)
const powerOf = valuesOf(powers)
const wholeOf = valuesOf(wholes)
const multiplying = classOf(Object.keys({ ...powers, ...wholes }).join(""))
const ofTens = classOf(Object.keys(tens).join(""))

/** The value of the Chinese digit at `at`, -1 where none stands. */
export const digitAt = (text: string, at: number) => digitOf[text.charCodeAt(at) | 0] ?? -1

/** Digit by digit, as years are written: 二〇二四. */
function readDigits(word: string): number | null {
  let value = 0
  for (let i = 0; i < word.length; i += 1) {
    const digit = digitOf[word.charCodeAt(i)] ?? -1
    if (digit < 0) return null
    value = value * 10 + digit
  }
  return value
}

/** A Chinese numeral to its value: 三百二十, 两万, 十二, 廿三, 二〇二四, and 三万五 (35,000). Null for what is none,
 * also for adjacent digits such as 三四 in 三四十 (about 30 or 40: no number). */
export function parseChineseNumeral(written: string): number | null {
  const word = holds(written, 0, written.length, ofTens)
    ? written.replace(/[廿卅卌]/g, (char) => tens[char] ?? char)
    : written
  if (word === "") return null
  if (!holds(word, 0, word.length, multiplying)) return readDigits(word)
  let total = 0
  let section = 0
  let digit: number | null = null
  let lastPower = 0
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i)
    const value = digitOf[code] ?? -1
    const power = powerOf[code] ?? -1
    const whole = wholeOf[code] ?? -1
    if (value >= 0) {
      if (digit !== null && digit !== 0) return null
      digit = value
      if (value === 0) lastPower = 0
    } else if (power >= 0) {
      section += (digit || 1) * power
      digit = null
      lastPower = power
    } else if (whole >= 0) {
      total = (total + section + (digit ?? (section === 0 && total === 0 ? 1 : 0))) * whole
      section = 0
      digit = null
      lastPower = whole
    } else return null
  }
  const rest = digit === null ? 0 : lastPower >= 100 ? (digit * lastPower) / 10 : digit
  return total + section + rest
}
