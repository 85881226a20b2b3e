import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  formatDate,
  formatDifference,
  formatFigure,
  formatNumber,
  formatRate,
  formatRelative,
  formatValue,
  formatYear,
  formatYears,
  roundHalfUp,
} from "@/catalogue/format"
import { metricOf } from "@/catalogue/metric"

const contracts = metricOf("contracts_reviewed")
const rate = metricOf("certification_rate")
const fines = metricOf("fines_amount")

describe("roundHalfUp", () => {
  it.each([
    [1.45, 1, 1.5],
    [(100 * 57) / 200, 1, 28.5],
    [0.285 * 100, 0, 29],
    [-2.5, 0, -3],
    [99.94, 1, 99.9],
    [0, 1, 0],
  ])("%f to %i digits is %f", (value, digits, expected) => {
    expect(roundHalfUp(value, digits)).toBe(expected)
  })

  it("leaves whole numbers alone", () => {
    fc.assert(fc.property(fc.integer(), (value) => roundHalfUp(value, 1) === value))
  })
})

describe("formatNumber", () => {
  it.each([
    [0, "0", "0"],
    [1234, "1,234", "1,234"],
    [99_999, "99,999", "99,999"],
    [100_000, "10万", "100,000"],
    [611_300, "61.13万", "611,300"],
    [123_456_789, "1.23亿", "123,456,789"],
    [17.5, "17.5", "17.5"],
  ])("%f", (value, zh, en) => {
    expect(formatNumber(value, "zh")).toBe(zh)
    expect(formatNumber(value, "en")).toBe(en)
  })
})

describe("formatFigure", () => {
  it.each([
    [{ value: 3000, exactness: "over" }, "3,000余件", "over 3,000 items"],
    [{ value: 50_000, exactness: "under" }, "近50,000件", "nearly 50,000 items"],
    [{ value: 600, exactness: "about" }, "约600件", "about 600 items"],
    [{ value: 1, exactness: "exact" }, "1件", "1 item"],
    [{ value: 35, exactness: "range", low: 30, high: 40 }, "30—40件", "30–40 items"],
    [{ value: 35, exactness: "range" }, "约35件", "about 35 items"],
    [{ value: 0 }, "0件", "0 items"],
  ] as const)("%o", (figure, zh, en) => {
    expect(formatFigure(figure, contracts, "zh")).toBe(zh)
    expect(formatFigure(figure, contracts, "en")).toBe(en)
  })

  it("shows 100% only for exactly 100", () => {
    expect([100, 99.97, 85.25, 90].map(formatRate)).toEqual(["100%", "100.0%", "85.3%", "90%"])
    expect(formatFigure({ value: 95, exactness: "over" }, rate, "zh")).toBe("超95%")
    expect(formatFigure({ value: 100, exactness: "all" }, rate, "zh")).toBe("100%")
  })

  it("shows yuan in 万元, in English as yuan", () => {
    expect(formatFigure({ value: 3_586_500 }, fines, "zh")).toBe("358.65万元")
    expect(formatFigure({ value: 3_586_500 }, fines, "en")).toBe("3,586,500 yuan")
    expect(formatValue({ value: 3_586_500, exactness: "over" }, fines, "zh")).toBe("358.65余")
  })
})

describe("differences, years and days", () => {
  it("carry their sign", () => {
    expect(formatDifference(-3, contracts, "zh")).toBe("−3")
    expect(formatDifference(0, contracts, "zh")).toBe("±0")
    expect(formatDifference(12.25, rate, "zh")).toBe("+12.3")
    expect(formatRelative(25)).toBe("+25.0%")
  })

  it("are written as the language does", () => {
    expect(formatYear(2024, "zh")).toBe("2024年")
    expect(formatYears(2019, 2024, "zh")).toBe("2019—2024年")
    expect(formatYears(2024, 2024, "en")).toBe("2024")
    expect(formatDate("2025-01-14", "zh")).toBe("2025年1月14日")
    expect(formatDate("2025-01-14", "en")).toBe("14 January 2025")
    expect(() => formatDate("2025/1/14", "zh")).toThrow(RangeError)
  })
})
