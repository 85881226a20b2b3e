import { expect, it } from "vitest"
import { readReport } from "@/extraction/read-report"

const nothing = { title: null, issuer: null, indexNumber: null, publishedOn: null }
const townOf = (title: string, region: number | null = null, indexNumber: string | null = null) => {
  const { town, townCode, townChoices } = readReport(
    `${title}\n坚持依法行政。\n`,
    { ...nothing, indexNumber },
    { region },
  )
  return { town, townCode, choices: townChoices.length }
}

it("asks where several counties have the name, and guesses never", () => {
  const asked = townOf("河头镇2025年法治政府建设年度报告")
  expect(asked).toMatchObject({ town: "河头镇", townCode: null })
  expect(asked.choices).toBeGreaterThan(1)
  expect(townOf("我镇2025年法治政府建设年度报告")).toEqual({ town: null, townCode: null, choices: 0 })
})

it("takes the county from the words, the office's region or the index number", () => {
  const ofSuixi = townOf("遂溪县河头镇人民政府2025年法治政府建设年度报告").townCode
  expect(Math.floor((ofSuixi ?? 0) / 1000)).toBe(440823)
  expect(townOf("沿江镇2024年度法治政府建设情况报告", 331082).townCode).toBe(331082111)
  expect(townOf("沿江镇2024年度法治政府建设情况报告", null, "LH331082-077/2025-137641").townCode).toBe(
    331082111,
  )
})

it("keeps the name of a town that no register has", () => {
  expect(townOf("青岚岭头镇2024年度法治政府建设情况报告")).toMatchObject({
    town: "青岚岭头镇",
    townCode: null,
  })
})

it("knows a town by a character that folding changes, and a text in traditional ones", () => {
  expect(townOf("杭州市临安区於潜镇2024年法治政府建设年度报告").town).toBe("於潜镇")
  expect(townOf("岐江鎮2024年法治政府建設年度報告").town).toBe("岐江镇")
})
