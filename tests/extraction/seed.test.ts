import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { readFile } from "@/services/read-file"

const path = join(dirname(fileURLToPath(import.meta.url)), "../../../shared/seeds/yanjiang-2024.txt")

describe.skipIf(!existsSync(path))("the seed report", async () => {
  const outcome = await readFile(existsSync(path) ? readFileSync(path) : new Uint8Array(), {
    region: null,
    fileName: path,
  })
  if (!outcome.ok) throw new Error(outcome.refusal)
  const { report, findings, document } = outcome

  it("holds four results, each with the words that say so", () => {
    const results = report.candidates.filter(({ kind, value }) => kind === "result" && value !== null)
    expect(results.map(({ metric, value, referenceYear }) => [metric, value, referenceYear])).toEqual([
      ["meetings_held", 3, 2024],
      ["issues_studied", 8, 2024],
      ["contracts_reviewed", 358, 2024],
      ["case_files_audited", 8, 2024],
    ])
    for (const { evidence } of report.candidates) {
      expect(document.text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
      expect(evidence.sentence).toContain(evidence.quote)
    }
  })

  it("left one figure unfilled and promises one for 2025", () => {
    const others = report.candidates.filter(({ kind, value }) => kind !== "result" || value === null)
    expect(
      others.map(({ metric, value, missing, kind, referenceYear }) => [
        metric,
        value,
        missing,
        kind,
        referenceYear,
      ]),
    ).toEqual([
      ["disputes_mediated", null, "placeholder", "result", 2024],
      ["certification_rate", 100, null, "target", 2025],
    ])
  })

  it("is known by town, year, date and number", () => {
    expect(report).toMatchObject({
      town: "沿江镇", townCode: 331082111, referenceYear: 2024, publishedOn: "2025-01-14",
      indexNumber: "LH331082-077/2025-137641", issuer: "沿江镇",
    }) // biome-ignore format: a row
  })

  it("gives three findings and leaves no number unclaimed", () => {
    expect(findings.map(({ check }) => check)).toEqual([
      "unfilled-placeholder",
      "expired-citation",
      "missing-section",
    ])
    expect(findings.at(-1)?.params).toEqual({ section: "duty" })
    expect(report.unclaimed).toEqual([])
  })
})
