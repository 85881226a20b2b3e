import { describe, expect, it } from "vitest"
import { buildSeries, type SeriesScope } from "@/statistics/build-series"
import { observed } from "@/tests/statistics/points"

const scope: SeriesScope = {
  metric: "contracts_reviewed",
  towns: [1, 2],
  years: { from: 2021, to: 2024 },
  held: [
    { townCode: 1, year: 2022 },
    { townCode: 1, year: 2023 },
    { townCode: 1, year: 2024 },
  ],
}

describe("buildSeries", () => {
  it("covers every year and says why a year is empty", () => {
    const [first, second] = buildSeries([observed(1, 2022, 358), observed(1, 2023, null)], scope)
    expect(first?.points.map((point) => point.value ?? point)).toEqual([
      expect.objectContaining({ year: 2021, reason: "no_report" }),
      358,
      expect.objectContaining({ year: 2023, reason: "placeholder" }),
      expect.objectContaining({ year: 2024, reason: "not_stated" }),
    ])
    expect(second?.points.map((point) => point.value)).toEqual([null, null, null, null])
  })

  it("says of a report that is held and not published that it has stated nothing yet", () => {
    const held = [{ townCode: 1, year: 2024, published: false }]
    const [series] = buildSeries([], { ...scope, held })
    expect(series?.points[3]).toMatchObject({ reason: "not_stated", reviewed: false })
    expect(series?.points[2]).toMatchObject({ reason: "no_report", reviewed: true })
  })

  it("keeps a stated zero a value", () => {
    const [series] = buildSeries([observed(1, 2024, 0)], scope)
    expect(series?.points[3]).toMatchObject({ value: 0, exactness: "exact" })
  })

  it("prefers what a person decided to a later candidate, and a later version to an earlier", () => {
    const decided = observed(1, 2024, 10, { version: 1 })
    const corrected = observed(1, 2024, 12, { version: 2, flags: ["revised"] })
    const candidate = observed(1, 2024, 99, { version: 3, reviewed: false })
    const [series] = buildSeries([candidate, corrected, decided], scope)
    expect(series?.points[3]).toMatchObject({ value: 12, flags: ["revised"] })
  })

  it("leaves out other metrics, towns and years, and refuses years that run backwards", () => {
    const others = [
      observed(1, 2024, 7, { metric: "meetings_held" }),
      observed(3, 2024, 7),
      observed(1, 2019, 7),
    ]
    const values = buildSeries(others, scope).flatMap(({ points }) => points.map((point) => point.value))
    expect(values.every((value) => value === null)).toBe(true)
    expect(() => buildSeries([], { ...scope, years: { from: 2024, to: 2021 } })).toThrow(RangeError)
  })
})
