import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { buildReading, placeOf } from "@/extraction/build-reading"
import { classifyLines } from "@/extraction/classify-lines"
import { fold, foldText } from "@/extraction/fold-text"
import { parseNumeral } from "@/extraction/numbers/parse-numeral"
import { readReport } from "@/extraction/read-report"
import { readingsOf } from "@/tests/extraction/reading"

const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }
const digits = "零一二三四五六七八九"

/** A number below 100,000,000 as Chinese writes it; the usual rules of 零 and of 一 before 十. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const lead = inChinese(Math.floor(value / 10_000))
    return `${lead}万${rest === 0 ? "" : rest < 1000 ? `零${inChinese(rest)}` : inChinese(rest)}`
  }
  if (value < 10) return digits[value] ?? ""
  let words = ""
  let skipped = false
  for (const [power, unit] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / power) % 10
    if (digit === 0) skipped = words !== ""
    else {
      words += `${skipped ? "零" : ""}${digits[digit]}${unit}`
      skipped = false
    }
  }
  return words.replace(/^一十/, "十")
}

const wide = (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const writings: readonly ((value: number) => string)[] = [
  String,
  inChinese,
  (value) => value.toLocaleString("en"),
  (value) => foldText(wide(String(value))),
  (value) => (value % 1000 === 0 && value > 0 ? `${value / 10_000}万` : String(value)),
]

const count = fc.integer({ min: 0, max: 99_999_999 })

describe("numerals", () => {
  it("read back in every writing", () => {
    fc.assert(
      fc.property(
        count,
        fc.constantFrom(...writings),
        (value, write) => parseNumeral(write(value)) === value,
      ),
      { numRuns: 3000 },
    )
  })

  it("read in a sentence as they are written", () => {
    const ways = [
      String,
      inChinese,
      (value: number) => wide(String(value)),
      (value: number) => value.toLocaleString("en"),
    ]
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9_999_999 }), fc.constantFrom(...ways), (value, write) => {
        const written = write(value)
        expect(readingsOf(`全年审查各类合同${written}件。`)).toEqual([`contracts_reviewed ${value}`])
      }),
      { numRuns: 300 },
    )
  })
})

const scraps = fc.constantFrom(
  "审查合同", "调解矛盾纠纷", "召开法治建设专题会议", "12件", "三百二十份", "近5万", "１２３", "@件", "\n", "，", "。", "；", "（", "）", "“", "”", "《", "》",
  "其中", "分别", "2023年", "同比增长", "%", "　", "\u200b", "\u202e", "萬", "|", "一是", "（一）", "全年", "每季度", "____", "98.5", "1,234", "..", "9".repeat(40),
) // biome-ignore format: a table
const noise = fc
  .array(fc.oneof(scraps, fc.string({ unit: "binary", maxLength: 12 })), { maxLength: 60 })
  .map((parts) => parts.join(""))

describe("any text", () => {
  it("folds to its own length, and folding twice changes nothing", () => {
    fc.assert(
      fc.property(noise, (text) => {
        const folded = foldText(text)
        expect(folded.length).toBe(text.length)
        expect(foldText(folded)).toBe(folded)
      }),
    )
  })

  it("gives a reading of which every place lies in the text, in order", () => {
    fc.assert(
      fc.property(noise, (text) => {
        const folded = fold(text)
        const reading = buildReading(folded, classifyLines(folded))
        for (let i = 1; i < reading.text.length; i += 1)
          expect(reading.at[i] ?? -1).toBeGreaterThanOrEqual(reading.at[i - 1] ?? 0)
        for (let i = 0; i < reading.text.length; i += 1) {
          const { start, end } = placeOf(reading, i, i + 1)
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length + 1)
        }
      }),
    )
  })

  it("is read without throwing, every quote as it stands, the same each time", () => {
    fc.assert(
      fc.property(noise, (text) => {
        const report = readReport(text, unknown, { region: null })
        for (const { evidence, value, missing } of report.candidates) {
          expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
          expect(value === null).toBe(missing !== null)
        }
        for (const { start, end, quote } of report.unclaimed) expect(text.slice(start, end)).toBe(quote)
        expect(readReport(text, unknown, { region: null })).toEqual(report)
      }),
      { numRuns: 400 },
    )
  })
})

const paragraphs = [
  "召开法治建设专题会议4次，研究解决重点问题6项。",
  "全年审查各类合同128份，出具审查意见97条。",
  "受理矛盾纠纷211件，调解成功208件，成功率98.6%。",
  "开展普法宣传活动48场，发放宣传资料近5万份。",
  "全年办理行政处罚案件42起，罚没金额8.26万元。",
  "2023年行政检查300次，今年行政检查390次。",
]

it("paragraphs that have nothing to do with each other may stand in any order", () => {
  const wanted = paragraphs.flatMap(readingsOf).sort()
  expect(wanted).toHaveLength(13)
  fc.assert(
    fc.property(fc.shuffledSubarray(paragraphs, { minLength: paragraphs.length }), (shuffled) => {
      expect(readingsOf(shuffled.join("\n")).sort()).toEqual(wanted)
    }),
  )
})
