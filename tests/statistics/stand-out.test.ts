import { describe, expect, it } from "vitest"
import type { MetricCode } from "@/catalogue/metric"
import type { Series } from "@/statistics/series"
import { findStandOuts } from "@/statistics/stand-out"
import { gap, stated } from "@/tests/statistics/points"

type Ends = readonly [ReturnType<typeof stated | typeof gap>, ReturnType<typeof stated | typeof gap>]

/** Series of one metric from each town's 2023 and 2024. */
function build(metric: MetricCode, ...towns: readonly Ends[]): readonly Series[] {
  return towns.map(([before, now], index) => ({
    ...{ townCode: index + 1, metric },
    points: [
      { ...before, year: 2023 },
      { ...now, year: 2024 },
    ],
  }))
}

const told = ["contracts_reviewed", "meetings_held", "certification_rate"] as const
const find = (series: readonly Series[]) => findStandOuts(series, 2024, told)

describe("findStandOuts", () => {
  it("sums only the towns that state both years, so that a missing report is no fall", () => {
    const found = find(
      build(
        "contracts_reviewed",
        [stated(100), stated(110)],
        [stated(200), gap("no_report")],
        [stated(100), stated(110)],
      ),
    )
    expect(found).toMatchObject([
      { kind: "sum", from: { value: 200, counted: 2 }, to: { value: 220 }, change: { relative: 10 } },
    ])
  })

  it("names a town's large change, and none on a base under 10, unreviewed, or of another definition", () => {
    const found = find(
      build(
        "contracts_reviewed",
        [stated(100), stated(160)],
        [stated(4), stated(9)],
        [stated(100), stated(900, { reviewed: false })],
        [stated(100), stated(900, { flags: ["break"] })],
      ),
    )
    const towns = found.filter((one) => one.kind === "town")
    expect(towns).toMatchObject([{ townCode: 1, change: { absolute: 60, relative: 60 } }])
    const sums = found.filter((one) => one.kind === "sum")
    expect(sums).toMatchObject([{ from: { value: 104, counted: 2 }, to: { value: 169 } }])
  })

  it("says one town a metric, the largest first", () => {
    const found = find([
      ...build("contracts_reviewed", [stated(100), stated(130)], [stated(100), stated(40)]),
      ...build("meetings_held", [stated(10), stated(20)]),
    ])
    expect(found.flatMap((one) => (one.kind === "town" ? [`${one.metric} ${one.townCode}`] : []))).toEqual([
      "meetings_held 1",
      "contracts_reviewed 2",
    ])
  })

  it("adds up no rates, and is silent about metrics that are not told", () => {
    expect(find(build("certification_rate", [stated(50), stated(90)]))).toEqual([])
    expect(find(build("trainings_held", [stated(50), stated(90)]))).toEqual([])
  })

  it("finds places left blank in any metric, and no other gap", () => {
    const found = find(
      build(
        "trainings_held",
        [stated(5), gap("placeholder")],
        [stated(5), gap("not_stated")],
        [stated(5), stated(0)],
      ),
    )
    expect(found).toMatchObject([{ kind: "placeholder", townCode: 1, metric: "trainings_held" }])
  })
})
