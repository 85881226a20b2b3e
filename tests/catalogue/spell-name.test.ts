import { describe, expect, it } from "vitest"
import { fitsQuery } from "@/catalogue/fits-query"
import { romaniseCounty, romaniseTown, spellName } from "@/catalogue/spell-name"

describe("finding a town", () => {
  it.each([
    ["沿江镇", "yjz"],
    ["沿江镇", "YanJiang"],
    ["沿江镇", "沿江"],
    ["沿江镇", "yan'jiang"],
    ["长堤埠镇", "changdi"],
    ["绿汀镇", "lvting"],
    ["云栖街道", "yunqi 街道"],
  ])("%s by %s", (name, query) => {
    expect(fitsQuery(spellName(name), query)).toBe(true)
  })

  it.each([
    ["沿江镇", "yjx"],
    ["沿江镇", "江沿"],
    ["沿江镇", "yan hai"],
  ])("not %s by %s", (name, query) => {
    expect(fitsQuery(spellName(name), query)).toBe(false)
  })

  it("finds everything by nothing", () => {
    expect(fitsQuery(spellName("沿江镇"), "  ")).toBe(true)
  })
})

it("for readers of English a town is its pinyin and the English word for its kind", () => {
  expect(romaniseTown({ name: "沿江镇", kind: "town" })).toBe("Yanjiang Town")
  expect(romaniseTown({ name: "大田街道", kind: "subdistrict" })).toBe("Datian Subdistrict")
  expect(romaniseTown({ name: "西安乡", kind: "township" })).toBe("Xi'an Township")
  expect(romaniseTown({ name: "临海农场", kind: "other" })).toBe("Linhainongchang")
})

it("counties are romanised by their kind", () => {
  expect(romaniseCounty("临海市")).toBe("Linhai City")
  expect(romaniseCounty("仙居县")).toBe("Xianju County")
  expect(romaniseCounty("景宁畲族自治县")).toBe("Jingningshezu Autonomous County")
  expect(romaniseCounty("鄞州区")).toBe("Yinzhou District")
})
