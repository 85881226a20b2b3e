import { describe, expect, it } from "vitest"
import { townOf } from "@/catalogue/divisions"
import { defects } from "@/demo/defect"
import { demoYears, generateDemo } from "@/demo/generate-demo"

const reports = generateDemo()
const find = (town: number, year: number) =>
  reports.find((report) => report.townCode % 1000 === town && report.year === year)
const of = (kind: (typeof defects)[number]["kind"]) => defects.filter((defect) => defect.kind === kind)

describe("generateDemo", () => {
  it("writes the same bytes from the same seed, and others from another", () => {
    expect(generateDemo(7)).toEqual(generateDemo(7))
    expect(generateDemo(7)).not.toEqual(generateDemo(8))
  })

  it("has nineteen towns and six years, less the reports that never came", () => {
    expect(reports).toHaveLength(19 * 6 - of("no-report").length)
    expect(new Set(reports.map((report) => report.townCode)).size).toBe(19)
    expect(new Set(reports.map((report) => report.fileName)).size).toBe(reports.length)
    for (const { town, year } of of("no-report")) expect(find(town, year)).toBeUndefined()
  })

  it("names the town and year in the title and fills every slot", () => {
    for (const { townCode, year, content } of reports) {
      const title = content
        .split("\n")
        .find((line) => line.includes("法治政府") && line.includes(String(year)))
      expect(title).toContain(townOf(townCode)?.name)
      expect(content).not.toMatch(/[{}]|undefined|NaN/)
    }
  })

  it("is about as long as real reports and states some thirty figures, each once", () => {
    for (const { content, truth } of reports) {
      expect(content.length).toBeGreaterThan(1200)
      expect(content.length).toBeLessThan(3600)
      expect(truth.length).toBeGreaterThan(16)
      const metrics = truth.map((fact) => fact.metric)
      expect(new Set(metrics).size).toBe(metrics.length)
    }
    const mean = reports.reduce((sum, { truth }) => sum + truth.length, 0) / reports.length
    expect(mean).toBeGreaterThan(25)
  })

  it("states a value or says that it is missing, never both", () => {
    for (const { value, exactness, missing } of reports.flatMap(({ truth }) => truth)) {
      expect(value === null).toBe(missing !== null)
      expect(value === null).toBe(exactness === null)
    }
  })

  it.each(of("placeholder"))("leaves a blank: $town $year", (defect) => {
    const report = find(defect.town, defect.year)
    expect(report?.truth.filter(({ missing }) => missing === "placeholder")).toHaveLength(1)
    expect(report?.content).toContain("sign" in defect ? defect.sign : "")
  })

  it.each(of("expired-outline"))("cites the outline that has run out: $town $year", ({ town, year }) => {
    expect(find(town, year)?.content).toContain("2015-2020")
  })

  it.each(of("copied"))("repeats last year's figures: $town $year", ({ town, year }) => {
    const values = (report = find(town, year)) =>
      new Map(report?.truth.filter((fact) => fact.value !== null).map((fact) => [fact.metric, fact.value]))
    const before = values(find(town, year - 1))
    const shared = [...values()].filter(([metric, value]) => before.get(metric) === value)
    expect(shared.length).toBeGreaterThanOrEqual(values().size - 1)
  })

  it.each(of("late"))("comes after April: $town $year", ({ town, year }) => {
    expect(find(town, year)?.content).toContain(`${year + 1}-05-`)
  })

  it("leaves some reports of the last year, and no others, to a person", () => {
    const left = reports.filter((report) => report.leaveForReview)
    expect(left).toHaveLength(6)
    expect(left.every((report) => report.year === demoYears.to)).toBe(true)
  })
})
