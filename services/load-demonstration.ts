import { demoCounty } from "@/catalogue/data/demo-county"
import { firstInventedCode } from "@/catalogue/divisions"
import type { SealedDatabase } from "@/db/as-actor"
import { getSetting } from "@/db/reads/get-setting"
import { listReports } from "@/db/reads/list-reports"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import { generateDemo } from "@/demo/generate-demo"
import { acceptReport } from "@/services/accept-report"
import { asActor, type Desk } from "@/services/desk"
import { importReport } from "@/services/import-report"

/** How many of the reports with decisions are left with their doubtful readings open. */
export type Progress = (done: number, of: number) => void

/**
 * Loads the demonstration data once in a database's life: invented reports through the very import that real ones take,
 * decided by an invented reviewer but for those left for a person to try. An interrupted load goes on where it stopped.
 * Returns false where it was loaded, or emptied, before.
 */
export async function loadDemonstration(
  database: SealedDatabase,
  now: Date,
  progress: Progress = () => {},
): Promise<boolean> {
  const countyCode = demoCounty.county.code
  if (countyCode < firstInventedCode) throw new Error("the demonstration county must be an invented one")
  const actor = { id: "demonstration", name: "demonstration", role: "reviewer", townCode: null } as const
  const desk: Desk = { database, actor, from: { channel: "terminal", address: null }, now }
  if (await asActor(desk, (tx) => getSetting(tx, "demonstration"))) return false
  const held = await asActor(desk, (tx) => listReports(tx, countyCode))
  const known = new Set(held.map(({ townCode, year }) => `${townCode}/${year}`))
  const reports = generateDemo()
  for (const [index, report] of reports.entries()) {
    const { townCode, year } = report
    if (!known.has(`${townCode}/${year}`)) {
      const file = { fileName: report.fileName, bytes: new TextEncoder().encode(report.content) }
      await importReport(desk, file, countyCode, { townCode, year })
    }
    if (!report.leaveForReview) await acceptReport(desk, townCode, year)
    progress(index + 1, reports.length)
  }
  await asActor(desk, async (tx) => {
    await setSetting(tx, "demonstration", { countyCode, state: "loaded" }, desk.actor.name)
    const subject = "settings:demonstration"
    await insertAudit(tx, { action: "demonstration.load", countyCode, subject })
  })
  return true
}
