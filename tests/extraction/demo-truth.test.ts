import { expect, it } from "vitest"
import { generateDemo } from "@/demo/generate-demo"
import { readFile } from "@/services/read-file"

const demoCounty = 990181

/** The invented county's reports, in templates that were written apart from the rules, say what they hold: a second test of
 * how the rules generalise. A report that names another place or gives a figure twice is no reason to miss the others. */
it("finds what the demonstration's templates wrote, and hardly anything else", async () => {
  let written = 0
  let found = 0
  const falses: string[] = []
  const missed: string[] = []
  for (const report of generateDemo()) {
    const outcome = await readFile(new TextEncoder().encode(report.content), {
      region: demoCounty,
      fileName: report.fileName,
    })
    if (!outcome.ok) throw new Error(`${report.fileName}: ${outcome.refusal}`)
    const readings = outcome.report.candidates.filter(
      ({ kind, value }) => kind === "result" && value !== null,
    )
    const used = new Set<(typeof readings)[number]>()
    for (const { metric, value } of report.truth) {
      if (value === null) continue
      written += 1
      const reading = readings.find(
        (each) => !used.has(each) && each.metric === metric && Math.abs((each.value ?? 0) - value) < 1e-6,
      )
      if (reading) used.add(reading)
      else missed.push(`${report.fileName} ${metric} ${value}`)
    }
    found += used.size
    for (const reading of readings)
      if (!used.has(reading)) falses.push(`${report.fileName} ${reading.metric} ${reading.value}`)
  }
  expect(written).toBeGreaterThan(2000)
  expect(found / written, missed.slice(0, 20).join("\n")).toBeGreaterThan(0.97)
  expect(falses.length / written, falses.slice(0, 20).join("\n")).toBeLessThan(0.01)
})
