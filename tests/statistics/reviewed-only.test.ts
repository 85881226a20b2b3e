import { expect, test } from "vitest"
import { reviewedOnly, type TownPoint } from "@/statistics/series"
import { sumTowns } from "@/statistics/total"

const point = (townCode: number, value: number, reviewed: boolean): TownPoint => ({
  townCode,
  point: {
    ...{ year: 2024, value, exactness: "exact", low: null, high: null, flags: [], version: 1, reviewed },
    ...{ derived: false, evidence: null },
  },
})

test("what nobody has decided counts in no total, and its town is named as missing", () => {
  const total = sumTowns(reviewedOnly([point(1, 30, true), point(2, 12, false), point(3, 8, true)]))
  expect(total).toMatchObject({
    value: 38,
    counted: 2,
    asked: 3,
    missing: [{ townCode: 2, reason: "not_stated" }],
  })
})
