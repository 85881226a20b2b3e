import { charIs, classOf, holds, isAt, isDigit } from "@/extraction/characters"
import { chineseNumerals, digitAt } from "@/extraction/numbers/chinese-numeral"
import {
  classifierAt,
  exactnessAfter,
  exactnessBefore,
  mayClassify,
  percentSign,
  scaleOf,
  type UnitClass,
} from "@/extraction/numbers/classifiers"
import { parseNumeral } from "@/extraction/numbers/parse-numeral"
import type { Quantity } from "@/extraction/token"

const figure = /(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,24})(?:\.\d{1,12})?/y
const chineseFigure =
  /[〇零一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,24}(?:点[〇零一二三四五六七八九]{1,8})?/y
const scale = /(余|多|几)?([十百千]?[万亿]{1,3}|[百千](?=[余多张件份人名场次]))?(余|多)?/y
const rangeMarks = classOf("至到-~")
/** A bare power (百, 千, 万) is a number only where the words around say that it is about one: 近百, 千余. */
const barePower = /^[百千万亿]+$/
const powers = classOf("百千万亿")

const inNumerals = classOf(`${chineseNumerals}余多几点`)

type Numeral = { end: number; value: number; over: boolean; chinese: boolean; power: number }

const goesOn = classOf("余多几十百千万亿.,点")
const more = classOf("余多")
/** So long that no more than twelve decimals fit, which is the most that `figure` takes. */
const mostPlain = 14

/** Three figures and no fourth behind the comma at `at`. */
function isGroup(text: string, at: number): boolean {
  for (let i = 1; i <= 3; i += 1) if (!isDigit(text.charCodeAt(at + i))) return false
  return !isDigit(text.charCodeAt(at + 4))
}

/** Figures with at most groups of three, a point, one 万 or 亿 and one 余 or 多, the usual cases, without the search that
 * others take: null for all others. */
function plainAt(text: string, from: number): Numeral | null {
  let figures = 0
  let end = from
  let decimals = 0
  let grouped = false
  for (; end - from < mostPlain; end += 1) {
    const code = text.charCodeAt(end)
    if (isDigit(code)) figures = figures * 10 + code - 0x30
    else if (decimals > 0 || end === from) break
    else if (charIs(text, end, ".")) decimals = end + 1
    else if (charIs(text, end, ",") && (grouped || end - from <= 3) && isGroup(text, end)) grouped = true
    else break
  }
  if (end === from || end === decimals || isDigit(text.charCodeAt(end))) return null
  const power = charIs(text, end, "万") ? 1e4 : charIs(text, end, "亿") ? 1e8 : 1
  const scaled = power === 1 ? end : end + 1
  const over = isAt(text, scaled, more)
  const after = over ? scaled + 1 : scaled
  if (isAt(text, after, goesOn)) return null
  const value = (figures * power) / 10 ** (decimals === 0 ? 0 : end - decimals)
  return { end: after, value, over, chinese: false, power }
}

function numeralAt(text: string, from: number): Numeral | null {
  const plain = plainAt(text, from)
  if (plain) return plain
  const digit = digitAt(text, from)
  if (digit >= 0 && !isAt(text, from + 1, inNumerals))
    return { end: from + 1, value: digit, over: false, chinese: true, power: 1 }
  const chinese = !isDigit(text.charCodeAt(from))
  const pattern = chinese ? chineseFigure : figure
  pattern.lastIndex = from
  const word = pattern.exec(text)?.[0]
  if (!word) return null
  scale.lastIndex = from + word.length
  const [whole = "", more, power = "", moreAfter] = scale.exec(text) ?? []
  const [integer = "", decimals] = word.split("点")
  const value = chinese && decimals ? decimalOf(integer, decimals) : parseNumeral(word + power)
  if (value === null || !Number.isFinite(value)) return null
  const end = from + word.length + whole.length
  if (whole === "" || power !== "" || more || moreAfter) {
    return { end, value, over: Boolean(more ?? moreAfter), chinese, power: powerOf(power) }
  }
  return { end: from + word.length, value, over: false, chinese, power: 1 }
}

/** What 万, 亿 or 千 after a numeral multiplies it by. */
function powerOf(word: string): number {
  return word === "" ? 1 : (parseNumeral(`1${word}`) ?? 1)
}

function decimalOf(integer: string, decimals: string): number | null {
  const [whole, fraction] = [parseNumeral(integer), parseNumeral(decimals)]
  return whole === null || fraction === null
    ? null
    : Number(`${whole}.${String(fraction).padStart(decimals.length, "0")}`)
}

const exactInMillionths = 1e9

/** A value times the scale of its classifier, without the dust of binary fractions. */
function scaled(value: number, scale: number): number {
  if (scale === 1 && value < exactInMillionths && Number.isInteger(value)) return value
  return Math.round(value * scale * 1e6) / 1e6
}

const endsOfLeads = classOf(exactnessBefore.map(({ words }) => words.at(-1)).join(""))
const startsOfTrails = classOf(exactnessAfter.map(({ words }) => words[0]).join(""))

const leadAt = (text: string, end: number) =>
  isAt(text, end - 1, endsOfLeads)
    ? exactnessBefore.find(({ words }) => text.startsWith(words, end - words.length))
    : undefined
const trailAt = (text: string, start: number) =>
  isAt(text, start, startsOfTrails)
    ? exactnessAfter.find(({ words }) => text.startsWith(words, start))
    : undefined

const unitOfNoun: Readonly<Record<string, string>> = {
  人次: "人次",
  人数: "人",
  人口: "人",
  场次: "场次",
  件数: "件",
  次数: "次",
}
const nounBefore = /(人次|人数|人口|场次|件数|次数)(?:约|超|超过|达|已达|近|为|突破|共|达到)*$/
const endsOfNouns = classOf("次数口约超过达近为破共到")

/** The unit that stands before its figure: 观看人次超1232万. */
function classifierBefore(text: string, from: number): string | null {
  if (!isAt(text, from - 1, endsOfNouns)) return null
  return nounBefore.exec(text.slice(Math.max(0, from - 8), from))?.[1] ?? null
}

/** Chinese one and bare powers stand in many words: they count only where the words before ask for a number. */
const asksForOne =
  /(召开|开展|举办|组织|举行|至少|共|了|听取|开|受理|收到|发生|仅|以|过|会议|培训|频次|学习|制定|不少于|月|季度|年|周)$/

/** 收到检察建议一份, : a one that closes its clause counts what stands before it; 最多跑一次 does not. */
function endsClause(text: string, from: number, end: number): boolean {
  return (
    ",。;、)".includes(text[end] ?? ".") &&
    /[\u4e00-\u9fff]/.test(text[from - 1] ?? "") &&
    !"跑每同统办第".includes(text[from - 1] ?? "")
  )
}

/** 第一, 数百, 统一: what stands before a numeral that counts nothing. */
const deceiving = classOf("第数几其每之统唯万百千")
const rough = /[余多几]/g

function isChineseQuantity(
  text: string,
  from: number,
  word: string,
  unit: UnitClass | null,
  said: boolean,
  end: number,
): boolean {
  const before = text.slice(Math.max(0, from - 4), from)
  if (unit === null || isAt(text, from - 1, deceiving)) return false
  if (holds(word, 0, 1, powers) && barePower.test(word)) return said
  if (word === "一") return unit === "count" && (asksForOne.test(before) || endsClause(text, from, end))
  return word !== "二"
}

const notOver = classOf("少次数")

/** 件余, 人多: but 人多次, 件多少. */
function saysOver(text: string, at: number): boolean {
  return isAt(text, at, more) && !isAt(text, at + 1, notOver)
}

function build(text: string, from: number, numeral: Numeral, percent: boolean): Quantity | null {
  const after = percent ? percentSign : classifierAt(text, numeral.end)
  const noun = after || (numeral.chinese && numeral.end - from === 1) ? null : classifierBefore(text, from)
  const classifier = after?.written ?? (noun ? (unitOfNoun[noun] ?? null) : null)
  const unit = after?.unit ?? (noun ? "count" : null)
  const end = numeral.end + (percent ? 0 : (after?.written.length ?? 0))
  const overAfter = after && saysOver(text, end) ? 1 : 0
  const over = numeral.over || overAfter > 0
  const lead = leadAt(text, from)
  const trail = trailAt(text, end + overAfter)
  const said = lead !== undefined || trail !== undefined || over
  if (
    numeral.chinese &&
    !percent &&
    !isChineseQuantity(text, from, text.slice(from, numeral.end).replace(rough, ""), unit, said, end)
  ) {
    return null
  }
  const near = trail && trail.exactness !== "exact" ? trail.exactness : (lead?.exactness ?? "exact")
  return {
    start: from - (lead?.words.length ?? 0), end: end + overAfter + (trail?.words.length ?? 0), written: "figures",
    value: scaled(numeral.value, after?.scale ?? 1), low: null, high: null,
    exactness: over && near === "exact" ? "over" : near, classifier: classifier === "成" ? "%" : classifier, unit: unit ?? "count",
  } // biome-ignore format: a row
}

const longestNumeral = 32

/** A quick look: Chinese numerals that no 量词 follows and no noun precedes count nothing (统一, 万众). */
function countsNothing(text: string, from: number): boolean {
  let end = from
  while (end - from < longestNumeral && isAt(text, end, inNumerals)) end += 1
  if (end === from || mayClassify(text, end)) return false
  return !isAt(text, end, rangeMarks) && !isAt(text, from - 1, endsOfNouns)
}

/** The figure that begins at `from`, with its approximation words and classifier: 近5万份 · 2000余册 · 百分之九十八 ·
 * 3至5次. Null for Chinese numerals that count nothing (统一, 百姓). A range has its low end as value, which is what
 * the words at least say. */
export function quantityAt(text: string, from: number): Quantity | null {
  const percent = charIs(text, from, "百") && text.startsWith("分之", from + 1)
  if (!percent && countsNothing(text, from)) return null
  const first = numeralAt(text, percent ? from + 3 : from)
  if (!first) return null
  if (percent) {
    const found = build(text, from, first, true)
    return found && text.startsWith("百分之百", from)
      ? { ...found, value: 100, end: Math.max(found.end, from + 4) }
      : found
  }
  if (isAt(text, first.end, rangeMarks)) {
    const second = numeralAt(text, first.end + 1)
    const whole =
      second && second.value > first.value * (first.power === 1 ? second.power : 1)
        ? build(text, from, { ...second, chinese: first.chinese }, false)
        : null
    if (whole?.classifier && second) {
      const low = scaled(first.value * (first.power === 1 ? second.power : 1), scaleOf(whole.classifier))
      return { ...whole, value: low, low, high: whole.value, exactness: "range" }
    }
  }
  return build(text, from, first, false)
}
