import { classOf, isAt } from "@/extraction/characters"
import { classifierAt } from "@/extraction/numbers/classifiers"
import type { Quantity } from "@/extraction/token"

/** Marks that a writer leaves for a figure to be filled in, just before a 量词: @件 XX场 ____人次 **次 〇〇件 ...件. */
const marks = /(?:@{1,6}|[xX×]{1,4}|\*{1,6}|_{2,30}|…{1,6}|\.{3,12}|[○□〇■?]{2,12}|\(\)|<>)/y
/** What must follow a mark that is a mark only when doubled. */
const pairs = ["()", "<>", "..", "??"]
const doubled = classOf(pairs.map(([first]) => first).join(""))
const latin = classOf("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+")
const notCounting = /[年月日号届级]/

/** An unfilled placeholder that begins at `from`, or null. A 量词 must follow: the page's own counters have none. */
export function placeholderAt(text: string, from: number): Quantity | null {
  if (isAt(text, from, doubled) && !pairs.some((pair) => text.startsWith(pair, from))) return null
  if (isAt(text, from - 1, latin)) return null
  marks.lastIndex = from
  if (!marks.test(text)) return null
  const end = marks.lastIndex
  const after = text[end] === "余" || text[end] === "多" ? end + 1 : end
  const classifier = classifierAt(text, after)
  if (!classifier || notCounting.test(classifier.written)) return null
  return {
    start: from, end: after + classifier.written.length, written: "placeholder",
    value: null, low: null, high: null, exactness: null, classifier: classifier.written, unit: classifier.unit,
  } // biome-ignore format: a row
}

const lostBefore =
  /(共|计|共计|累计|约|达|查|调解|调处|化解|受理|办理|合同|开展|培训|发放|纠纷|召开|文件|场次|案件|咨询|检查|处罚|成功|审查|采纳|评查|发现|整改|活动|讲座)$/
const lostAfter = /^(?:[,。;、:)\n]|其中|$)/

/** A figure that was left out as blanks before its 量词: 合同审查共 件. `gap` is true where blanks stood there. */
export function lostFigureAt(text: string, from: number, gap: boolean): Quantity | null {
  if (!gap) return null
  const classifier = classifierAt(text, from)
  if (classifier?.unit !== "count") return null
  const end = from + classifier.written.length
  if (!lostBefore.test(text.slice(Math.max(0, from - 3), from)) || !lostAfter.test(text.slice(end, end + 2)))
    return null
  return {
    start: from, end, written: "placeholder",
    value: null, low: null, high: null, exactness: null, classifier: classifier.written, unit: classifier.unit,
  } // biome-ignore format: a row
}

/** Zero in words. What follows it is the thing of which there was none. */
const zeroWords =
  /(?:零发生|零(?=败诉|纠错|复议|诉讼|信访|投诉|上访|立案|备案)|“?双零”?|(?:尚?未|无|没有)(?:有)?(?:发生|出现|收到|产生|新增|制定|出台|受理|接到|发现|涉及)?(?:过)?(?:任何)?(?:一)?(?:[件起宗例次](?=[^,。;\n]))?)/y
const zeroStart =
  /(?:零(?:发生|败诉|纠错|复议|诉讼|信访|投诉|上访|立案|备案)|“?双零|(?:尚?未|没有)(?:发生|出现|收到|产生|新增|制定|出台|受理|接到|有|败诉|一[件起宗例次])|没有(?:行政|信访|败诉)|无(?:被(?:纠错|撤销|诉|复议)|行政|一(?:[件起宗例次]|败诉|被|纠错|撤销)|败诉|复议|诉讼|信访|纠错|重大行政|规范性|新增))/y

/** What stands before a zero that is a number. */
const stated = classOf("为是达到持近")
const mayStart = classOf("零“双尚未没无")
const affirms = classOf("有从归清双")

/** True where a zero in words may begin: it finds too much, never too little. */
export function startsZero(text: string, from: number): boolean {
  if (!isAt(text, from, mayStart)) return false
  if (text[from] === "“" && text[from + 1] !== "双") return false
  if (text[from] === "零" && isAt(text, from - 1, stated)) return true
  zeroStart.lastIndex = from
  return zeroStart.test(text)
}

/** A zero in words that begins at `from` (零败诉, 无一起…, 未发生…), or null. */
export function zeroAt(text: string, from: number): Quantity | null {
  const number = zeroNumberAt(text, from)
  if (number) return number
  if (!startsZero(text, from) || isAt(text, from - 1, affirms)) return null
  zeroWords.lastIndex = from
  const word = zeroWords.exec(text)?.[0]
  if (!word) return null
  return {
    start: from, end: from + word.length, written: "zero",
    value: 0, low: null, high: null, exactness: "exact", classifier: null, unit: "count",
  } // biome-ignore format: a row
}

/** 案件为零, 败诉率是零: a zero that ends its clause. */
export function zeroNumberAt(text: string, from: number): Quantity | null {
  if (text[from] !== "零" || !isAt(text, from - 1, stated)) return null
  if (!",。;、)\n".includes(text[from + 1] ?? "\n")) return null
  return {
    start: from, end: from + 1, written: "zero",
    value: 0, low: null, high: null, exactness: "exact", classifier: null, unit: "count",
  } // biome-ignore format: a row
}

/** 全覆盖: a rate of 100 stated in words. */
export function allAt(text: string, from: number): Quantity | null {
  if (!text.startsWith("全覆盖", from)) return null
  return {
    start: from, end: from + 3, written: "all",
    value: 100, low: null, high: null, exactness: "all", classifier: "%", unit: "rate",
  } // biome-ignore format: a row
}
