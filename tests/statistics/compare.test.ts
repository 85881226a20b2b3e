import { describe, expect, it } from "vitest"
import { metricOf } from "@/catalogue/metric"
import { changeBetween } from "@/statistics/change"
import { splitComparable } from "@/statistics/comparable"
import { deriveRate } from "@/statistics/derive-rate"
import { medianSeries, shownMedians } from "@/statistics/median-series"
import { quartilesOf } from "@/statistics/quartiles"
import { standTowns } from "@/statistics/standing"
import { gap, stated, towns } from "@/tests/statistics/points"

const contracts = metricOf("contracts_reviewed")
const coverage = metricOf("village_adviser_coverage")
const certification = metricOf("certification_rate")

describe("changeBetween", () => {
  it.each([
    [stated(200), stated(250), { kind: "full", absolute: 50, relative: 25 }],
    [stated(9), stated(27), { kind: "small_base", absolute: 18 }],
    [stated(0), stated(3), { kind: "from_zero", absolute: 3 }],
    [stated(10), stated(0), { kind: "full", absolute: -10, relative: -100 }],
    [gap("no_report"), stated(3), { kind: "missing", end: "from", reason: "no_report" }],
    [stated(3), gap("placeholder"), { kind: "missing", end: "to", reason: "placeholder" }],
  ])("%o to %o", (from, to, expected) => {
    expect(changeBetween(contracts, from, to)).toMatchObject(expected)
  })

  it("moves rates by points", () => {
    expect(changeBetween(certification, stated(80), stated(92))).toMatchObject({
      kind: "points",
      absolute: 12,
    })
  })

  it("says when an end is inexact or the two are not comparable", () => {
    const over = stated(300, { exactness: "over" })
    expect(changeBetween(contracts, stated(200), over)).toMatchObject({ exact: false, comparable: true })
    const broken = stated(300, { flags: ["break"] })
    expect(changeBetween(contracts, stated(200), broken)).toMatchObject({ comparable: false })
    const widened = stated(300, { flags: ["definition_differs"] })
    expect(changeBetween(contracts, stated(200), widened)).toMatchObject({ comparable: false })
    expect(changeBetween(contracts, widened, widened)).toMatchObject({ comparable: true })
  })
})

describe("standTowns", () => {
  it("gives midranks, the missing left out and counted", () => {
    const standings = standTowns(coverage, towns(stated(90), stated(100), gap(), stated(100), stated(50)))
    expect(standings.get(2)).toEqual({ kind: "rank", rank: 1.5, of: 4, asked: 5 })
    expect(standings.get(1)).toMatchObject({ rank: 3 })
    expect(standings.has(3)).toBe(false)
  })

  it("gives thirds where the catalogue says tiers, and the middle when all tie", () => {
    const points = [96, 95, 90, 80, 70, 60].map((value) => stated(value))
    const tiers = [...standTowns(certification, towns(...points)).values()]
    expect(tiers.map((standing) => standing.kind === "tier" && standing.tier)).toEqual([
      "upper",
      "upper",
      "middle",
      "middle",
      "lower",
      "lower",
    ])
    const tied = standTowns(certification, towns(stated(100), stated(100), stated(100)))
    expect(new Set([...tied.values()].map((standing) => standing.kind === "tier" && standing.tier))).toEqual(
      new Set(["middle"]),
    )
  })

  it("stands nobody on a workload count, nor among two", () => {
    const points = towns(stated(1), stated(2), stated(3))
    expect(standTowns(contracts, points).size).toBe(0)
    expect(standTowns(metricOf("penalties_imposed"), points).size).toBe(0)
    expect(standTowns(coverage, towns(stated(1), stated(2))).size).toBe(0)
  })

  it("sets aside another definition", () => {
    const points = towns(stated(1), stated(9, { flags: ["definition_differs"] }), gap())
    expect(splitComparable(points)).toEqual({
      comparable: [{ townCode: 1, value: 1 }],
      aside: [{ townCode: 2, value: 9 }],
    })
  })
})

describe("quartilesOf", () => {
  it("agrees with QUARTILE.INC", () => {
    expect(quartilesOf([7, 1, 3, 2])).toEqual({ lower: 1.75, median: 2.5, upper: 4 })
    expect(quartilesOf([5])).toEqual({ lower: 5, median: 5, upper: 5 })
    expect(quartilesOf([])).toEqual({ lower: null, median: null, upper: null })
  })
})

describe("medianSeries", () => {
  it("is null, not 0, in a year without values", () => {
    const metric = "contracts_reviewed"
    const series = [
      { townCode: 1, metric, points: [stated(4), { ...gap(), year: 2025 }] },
      { townCode: 2, metric, points: [stated(0), { ...gap(), year: 2025 }] },
    ] as const
    expect(medianSeries(series)).toEqual([
      { year: 2024, value: 2, counted: 2, asked: 2 },
      { year: 2025, value: null, counted: 0, asked: 2 },
    ])
  })
})

describe("shownMedians", () => {
  const metric = "contracts_reviewed"
  const towns = (count: number) =>
    Array.from(
      { length: count },
      (_, townCode) => ({ townCode, metric, points: [stated(townCode)] }) as const,
    )

  it("needs five towns with a value, however many there are", () => {
    expect(shownMedians(towns(5))?.map(({ value }) => value)).toEqual([2])
    const silent = { townCode: 9, metric, points: [gap()] } as const
    expect(shownMedians([...towns(4), silent, { ...silent, townCode: 10 }])).toBeNull()
  })
})

describe("deriveRate", () => {
  it("goes before what the report prints where both counts are stated", () => {
    expect(deriveRate(stated(95), stated(9), stated(10))).toMatchObject({ value: 90, derived: true })
    expect(deriveRate(stated(95), stated(9), gap())).toMatchObject({ value: 95, derived: false })
  })

  it("is not applicable with nothing under the line", () => {
    expect(deriveRate(gap(), stated(0), stated(0))).toMatchObject({ value: null, reason: "not_applicable" })
  })
})
