import { describe, expect, it } from "vitest"
import { formatUnit } from "@/catalogue/format"
import { metricOf } from "@/catalogue/metric"
import { buildSeries } from "@/statistics/build-series"
import { carryBases, mayBePer, perMetric, perSeries, perTotal } from "@/statistics/per-base"
import { pointsOfYear } from "@/statistics/series"
import { observed } from "@/tests/statistics/points"

const years = { from: 2022, to: 2024 }
const build = (metric: "contracts_reviewed" | "villages", rows: ReturnType<typeof observed>[]) =>
  buildSeries(rows, {
    ...{ metric, towns: [1, 2, 3], years },
    held: [1, 2, 3].map((townCode) => ({ townCode, year: 2024 })),
  })

const counts = build("contracts_reviewed", [
  observed(1, 2022, 100),
  observed(1, 2023, 120),
  observed(1, 2024, 0),
  observed(2, 2024, 50),
  observed(3, 2024, 30, { exactness: "over" }),
])
const villages = build("villages", [
  observed(1, 2022, 20, { metric: "villages" }),
  observed(1, 2024, 24, { metric: "villages" }),
  observed(3, 2024, 12, { metric: "villages" }),
])

describe("perSeries", () => {
  const { series, borrowed } = perSeries(counts, villages, "villages")

  it("divides by the same year's base, or the latest before it, and says which", () => {
    expect(series[0]?.points.map(({ value }) => value)).toEqual([5, 6, 0])
    expect(borrowed).toEqual([{ townCode: 1, year: 2023, from: 2022 }])
  })

  it("has no value without a base, for the base's reason, never 0", () => {
    expect(series[1]?.points[2]).toMatchObject({ value: null, reason: "not_stated" })
    expect(series[1]?.points[0]).toMatchObject({ value: null, reason: "no_report" })
  })

  it("is about where the count is, and marked as computed", () => {
    expect(series[2]?.points[2]).toMatchObject({ value: 2.5, exactness: "about", derived: true })
  })

  it("sums as sum over sum, over the towns that state both", () => {
    const of = (all: typeof counts) => pointsOfYear(all, 2024)
    // (0 + 30) contracts over (24 + 12) villages; town 2 states no villages.
    expect(perTotal(of(counts), of(villages), "villages")).toMatchObject({
      ...{ value: 30 / 36, counted: 2, asked: 3, exactness: "about" },
      missing: [{ townCode: 2, reason: "not_stated" }],
    })
  })
})

describe("a total of quotients", () => {
  const totalOf = (year: number) =>
    perTotal(pointsOfYear(counts, year), pointsOfYear(carryBases(villages, year), year), "villages")

  it("rests on the towns that have a quotient, also those by an earlier year's base", () => {
    // Town 1 states 120 contracts in 2023 and its villages in 2022 only.
    expect(totalOf(2023)).toMatchObject({ value: 6, counted: 1 })
    expect(totalOf(2024)).toMatchObject({ value: 30 / 36, counted: 2 })
  })

  it("never takes a base from a later year", () => {
    const late = build("villages", [observed(1, 2024, 24, { metric: "villages" })])
    const of2022 = perTotal(
      pointsOfYear(counts, 2022),
      pointsOfYear(carryBases(late, 2022), 2022),
      "villages",
    )
    expect(of2022.value).toBeNull()
  })
})

describe("what may be set per what", () => {
  it("is no rate, no base, and nothing per itself", () => {
    expect(mayBePer(metricOf("certification_rate"), "villages")).toBe(false)
    expect(mayBePer(metricOf("population"), "villages")).toBe(false)
    expect(mayBePer(metricOf("enforcement_officers"), "officers")).toBe(false)
    expect(mayBePer(metricOf("contracts_reviewed"), "officers")).toBe(true)
  })

  it("has a unit of both", () => {
    const metric = perMetric(metricOf("contracts_reviewed"), "population")
    expect(formatUnit(metric, "zh")).toBe("件/万人")
    expect(metric.aggregate).toBe("none")
  })
})
