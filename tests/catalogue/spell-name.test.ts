import { describe, expect, it } from "vitest"
import { fitsQuery } from "@/catalogue/fits-query"
import { spellName } from "@/catalogue/spell-name"

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
