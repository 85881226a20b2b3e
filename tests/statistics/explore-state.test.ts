import { describe, expect, it } from "vitest"
import { townsOfCounty } from "@/catalogue/divisions"
import { exploreDefaults, exploreHref, exploreViews } from "@/statistics/explore-state"
import { resolveYears, withView, withYears, yearsShown } from "@/statistics/explore-years"
import { parseExplore } from "@/statistics/parse-explore"
import { pickTowns } from "@/statistics/town-set"

const held = { from: 2019, to: 2024 }
const read = (address: string) => {
  const params = new URLSearchParams(address.split("?")[1] ?? "")
  return parseExplore(Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)])))
}

describe("the address of a view", () => {
  it("writes no default", () => {
    expect(exploreHref(exploreDefaults)).toBe("/explore")
    expect(parseExplore({})).toEqual(exploreDefaults)
  })

  it.each([
    "/explore?metric=disputes_mediated&towns=990181001,990181100&years=2020..latest&view=change&focus=990181100",
    "/explore?against=trainings_held&years=2022&view=scatter",
    "/explore?towns=subdistrict,990181100&compare=town&years=latest&view=bar&per=officers",
    "/explore?years=earliest..2022&view=heat&mode=town&sort=y2021&order=up&county=990181",
    "/explore?view=multiples&axis=own&find=%E6%B2%BF%E6%B1%9F",
    "/explore?view=table&asof=2025-03-01",
  ])("reads what it wrote: %s", (address) => {
    expect(exploreHref(read(address))).toBe(address)
  })

  it.each([
    "metric=nonsense",
    "view=pie",
    "per=moon",
    "towns=1,abc,village",
    "years=20..x",
    "years=..",
    "focus=12",
    "sort=y20",
    "order=sideways",
    "mode=__proto__",
    "per=constructor",
    "metric=toString",
    "county=9",
    "asof=2025-02-30",
    "asof=yesterday",
  ])("falls back from a bad value: %s", (query) => {
    expect(exploreHref(read(`/explore?${query}`))).toBe("/explore")
  })

  it("reads the parts of a form, and towns that are repeated", () => {
    const state = read("/explore?from=2020&to=latest&towns=990181001&towns=town&towns=town")
    expect(exploreHref(state)).toBe("/explore?towns=990181001,town&years=2020..latest")
  })
})

describe("years", () => {
  const at = (years: string, view = "line") => read(`/explore?years=${years}&view=${view}`)

  it("keeps words, which move on with a new year", () => {
    expect(resolveYears(at("2021..latest"), held)).toEqual({ from: 2021, to: 2024 })
    expect(resolveYears(at("2021..latest"), { from: 2019, to: 2025 })).toEqual({ from: 2021, to: 2025 })
    expect(exploreHref(withYears(exploreDefaults, 2019, 2022, held))).toBe("/explore?years=earliest..2022")
    expect(exploreHref(withYears(exploreDefaults, 2024, 2024, held))).toBe("/explore?years=latest")
    expect(exploreHref(withYears(exploreDefaults, 2023, 2020, held))).toBe("/explore?years=2020..2023")
  })

  it("turns a range round and draws it in", () => {
    expect(resolveYears(at("2023..2020"), held)).toEqual({ from: 2020, to: 2023 })
    expect(resolveYears(at("1990..2050"), held)).toEqual(held)
  })

  it("shows one year, the last, where a view has one; two where it needs two", () => {
    expect(yearsShown(at("2020..2022", "bar"), held)).toEqual({ from: 2022, to: 2022 })
    expect(yearsShown(at("2022", "change"), held)).toEqual({ from: 2021, to: 2022 })
    expect(yearsShown(at("2019", "change"), held)).toEqual({ from: 2019, to: 2020 })
    expect(yearsShown(at("2022"), held)).toEqual({ from: 2022, to: 2022 })
  })

  it("leaves nobody stuck in one year: every view leads back to every other", () => {
    for (const from of exploreViews) {
      for (const to of exploreViews) {
        const there = withView(withView({ ...at("2022"), view: from }, "bar"), to)
        const { from: first, to: last } = yearsShown(there, held)
        expect(to === "bar" || to === "scatter" ? last - first : Math.sign(last - first)).toBe(
          to === "bar" || to === "scatter" ? 0 : 1,
        )
      }
    }
  })
})

describe("pickTowns", () => {
  const towns = townsOfCounty(990181)
  it("takes codes and kinds, in the county's order; nothing, or nothing that fits, is all", () => {
    expect(pickTowns([990181200, "subdistrict"], towns).map(({ name }) => name)).toEqual([
      "云栖街道",
      "澄湖街道",
      "望舒街道",
      "东篱街道",
      "竹里乡",
    ])
    expect(pickTowns([], towns)).toHaveLength(19)
    expect(pickTowns([331082111], towns)).toHaveLength(19)
  })
})
