import { expect, test } from "vitest"
import type { MetricCode } from "@/catalogue/metric"
import type { Series } from "@/statistics/series"
import { findSimilar } from "@/statistics/similar-towns"
import { gap, stated } from "@/tests/statistics/points"

const series = (metric: MetricCode, values: readonly (number | null)[]): Series[] =>
  values.map((value, index) => ({
    townCode: index + 1,
    metric,
    points: [value === null ? gap() : stated(value)],
  }))
const from = (all: Partial<Record<MetricCode, Series[]>>) => (code: MetricCode) => all[code] ?? []

test("the nearest by ratio, over every figure that the town itself has", () => {
  const data = from({
    population: series("population", [30_000, 31_000, 60_000, 15_000, 29_000, 300_000, null]),
    villages: series("villages", [20, 21, 20, 20, 40, 20, 20]),
  })
  const found = findSimilar(1, 2024, data)
  expect(found?.by).toEqual(["population", "villages"])
  expect(found?.towns.map(({ townCode }) => townCode)).toEqual([2, 3, 4, 5, 6])
  expect(found?.own.map(({ value }) => value)).toEqual([30_000, 20])
})

test("nothing to go by: no figure of its own, too few towns, or nothing reviewed", () => {
  expect(findSimilar(1, 2024, from({}))).toBeNull()
  expect(findSimilar(1, 2024, from({ villages: series("villages", [null, 2, 3, 4, 5]) }))).toBeNull()
  expect(findSimilar(1, 2024, from({ villages: series("villages", [1, 2, 3]) }))).toBeNull()
  const raw = series("villages", [1, 2, 3, 4, 5]).map((one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, reviewed: false })),
  }))
  expect(findSimilar(1, 2024, from({ villages: raw }))).toBeNull()
  expect(findSimilar(1, 2023, from({ villages: series("villages", [1, 2, 3, 4, 5]) }))).toBeNull()
})
