import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { metricOf } from "@/catalogue/metric"
import { divideSums, sumTowns, totalOf } from "@/statistics/total"
import { gap, stated, towns } from "@/tests/statistics/points"

describe("sumTowns", () => {
  it("names the towns that are missing and why", () => {
    expect(sumTowns(towns(stated(3), gap("no_report"), stated(0), gap("placeholder")))).toEqual({
      value: 3,
      exactness: "exact",
      counted: 2,
      asked: 4,
      unreviewed: 0,
      missing: [
        { townCode: 2, reason: "no_report" },
        { townCode: 4, reason: "placeholder" },
      ],
    })
  })

  it("has no value, rather than 0, when nobody states one", () => {
    expect(sumTowns(towns(gap(), gap()))).toMatchObject({
      value: null,
      exactness: null,
      counted: 0,
      asked: 2,
    })
    expect(sumTowns([])).toMatchObject({ value: null, asked: 0 })
  })

  it.each([
    [["exact", "all"], "exact"],
    [["exact", "over"], "over"],
    [["under", "exact", "under"], "under"],
    [["over", "under"], "about"],
    [["exact", "range"], "about"],
  ] as const)("makes %s %s", (exactnesses, expected) => {
    const points = exactnesses.map((exactness) => stated(5, { exactness }))
    expect(sumTowns(towns(...points)).exactness).toBe(expected)
  })

  it("counts what nobody has reviewed", () => {
    expect(sumTowns(towns(stated(1), stated(2, { reviewed: false }))).unreviewed).toBe(1)
  })

  it("is not moved by a gap, wherever it stands", () => {
    const values = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.nat({ max: 30 }), (counts, gaps) => {
        const points = [...counts.map((count) => stated(count)), ...Array.from({ length: gaps }, () => gap())]
        const total = sumTowns(towns(...points))
        expect(total.value).toBe(counts.reduce((sum, count) => sum + count, 0))
        expect(total.counted + total.missing.length).toBe(total.asked)
      }),
    )
  })
})

describe("divideSums", () => {
  it("is sum over sum, over the towns that state both", () => {
    const total = divideSums(
      towns(stated(1), stated(90), stated(5)),
      towns(stated(2), stated(100), gap("no_report")),
    )
    expect(total).toMatchObject({ counted: 2, asked: 3, missing: [{ townCode: 3, reason: "no_report" }] })
    expect(total.value).toBeCloseTo((100 * 91) / 102)
  })

  it("has no value with nothing under the line", () => {
    expect(divideSums(towns(stated(0)), towns(stated(0))).value).toBeNull()
  })

  it("is about right when an addend is", () => {
    const numerators = towns(stated(8, { exactness: "over" }))
    expect(divideSums(numerators, towns(stated(10))).exactness).toBe("about")
  })
})

describe("totalOf", () => {
  it("follows the catalogue: a sum, a ratio, or none", () => {
    const pointsOf = (code: string) => towns(stated(code === "court_appearances" ? 3 : 4))
    expect(totalOf(metricOf("contracts_reviewed"), pointsOf)?.value).toBe(4)
    expect(totalOf(metricOf("court_appearance_rate"), pointsOf)?.value).toBe(75)
    expect(totalOf(metricOf("online_handling_rate"), pointsOf)).toBeNull()
  })
})
