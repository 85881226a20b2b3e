import { parseChineseNumeral } from "@/extraction/numbers/chinese-numeral"

const scales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }

/** `count` times a power of ten without the dust of binary fractions: 8.26 x 10,000 is 82,600. */
function times(count: string, scale: number): number {
  const [whole = "0", fraction = ""] = count.split(".")
  const places = 10 ** fraction.length
  return (Number(whole + fraction) * scale) / places
}

/** A numeral, folded and without blanks, to its value: 12,089 · 1.7万 · 3千 · 1亿2000万 · 三百二十 · 二〇二四.
 * Null for what is no numeral. 余, 多 and the like must be gone before. */
export function parseNumeral(written: string): number | null {
  const word = written.replace(/,/g, "")
  if (/^\d+(?:\.\d+)?$/.test(word)) return Number(word)
  if (!/\d/.test(word)) return parseChineseNumeral(word)
  const parts = word.match(/\d+(?:\.\d+)?[十百千万亿]*/g)
  if (!parts || parts.join("") !== word) return null
  let total = 0
  let last = Number.POSITIVE_INFINITY
  for (const part of parts) {
    const [, count = "", marks = ""] = /^(\d+(?:\.\d+)?)([十百千万亿]*)$/.exec(part) ?? []
    const scale = [...marks].reduce((product, mark) => product * (scales[mark] ?? 1), 1)
    if (scale >= last) return null
    last = scale
    total += times(count, scale)
  }
  return total
}
