import { describe, expect, it } from "vitest"
import { demoCounty } from "@/catalogue/data/demo-county"
import { generateDemo } from "@/demo/generate-demo"
import { readFile } from "@/services/read-file"

/** What the extraction must read of what the templates wrote. It is an office's first impression: raise it, never lower it. */
const wantedShare = 0.94

const read = await Promise.all(
  generateDemo().map(async (report) => {
    const bytes = new TextEncoder().encode(report.content)
    const outcome = await readFile(bytes, { fileName: report.fileName, region: demoCounty.county.code })
    if (!outcome.ok) throw new Error(`${report.fileName} was refused`)
    const results = outcome.report.candidates.filter(
      (candidate) => candidate.kind === "result" && candidate.referenceYear === report.year,
    )
    return { ...outcome, written: report, results }
  }),
)

describe("the extraction, reading the demonstration reports back", () => {
  it("knows whose they are and of which year", () => {
    for (const { report, written } of read) {
      expect([report.townCode, report.referenceYear]).toEqual([written.townCode, written.year])
    }
  })

  it("reads the figures as they were written", () => {
    const facts = read.flatMap(({ results, written }) =>
      written.truth.map((fact) =>
        results.some(
          ({ metric, value, exactness, missing }) =>
            metric === fact.metric &&
            value === fact.value &&
            missing === fact.missing &&
            (missing !== null || exactness === fact.exactness),
        ),
      ),
    )
    expect(facts.filter(Boolean).length / facts.length).toBeGreaterThan(wantedShare)
  })

  it("books nothing that was not written: no part, target, change or other year", () => {
    const invented = read.flatMap(({ results, written }) => {
      const metrics = new Set<string>(written.truth.map((fact) => fact.metric))
      return results.filter(({ metric }) => !metrics.has(metric)).map(({ evidence }) => evidence.sentence)
    })
    expect(invented).toEqual([])
  })

  it.each([
    ["unfilled-placeholder", 4],
    ["expired-citation", 4],
    ["late", 3],
    ["other-town-named", 2],
  ])("finds every %s that was put in", (check, count) => {
    expect(
      read.flatMap(({ findings }) => findings).filter((finding) => finding.check === check),
    ).toHaveLength(count)
  })
})
