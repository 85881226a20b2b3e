import { demoCounty } from "@/catalogue/data/demo-county"
import { firstInventedCode } from "@/catalogue/divisions"
import type { SealedDatabase } from "@/db/as-actor"
import { getSetting } from "@/db/reads/get-setting"
import { listReports } from "@/db/reads/list-reports"
import { listPublications } from "@/db/reads/read-review"
import { readStoredReport } from "@/db/reads/read-stored-report"
import { findingDecisions, numberDecisions } from "@/db/schema/review"
import { inChunks } from "@/db/writes/in-chunks"
import { insertAudit } from "@/db/writes/insert-audit"
import { setSetting } from "@/db/writes/set-setting"
import { generateDemo } from "@/demo/generate-demo"
import { asActor, type Desk } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { lockReport } from "@/services/lock-report"
import { publishLocked } from "@/services/publish-report"
import { writeDecisions } from "@/services/write-decisions"

/** How many reports are loaded. */
export type Progress = (done: number, of: number) => void

/**
 * Loads the demonstration data once in a database's life: invented reports through the very import that real ones take,
 * decided and published by an invented reviewer but for those left for a person to try. An interrupted load goes on where it stopped.
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
    if (!report.leaveForReview) await finishReport(desk, townCode, year)
    progress(index + 1, reports.length)
  }
  await asActor(desk, async (tx) => {
    await setSetting(tx, "demonstration", { countyCode, state: "loaded" }, desk.actor.name)
    const subject = "settings:demonstration"
    await insertAudit(tx, { action: "demonstration.load", countyCode, subject })
  })
  return true
}

/** What a reviewer does who finds everything as it should be: accepts the readings, confirms the findings, sets aside the
 * other numbers, publishes. A report that was published before an interruption is left as it is. */
async function finishReport(desk: Desk, townCode: number, year: number): Promise<void> {
  await asActor(desk, async (tx) => {
    const report = await lockReport(tx, townCode, year)
    const { countyCode, reportId, version } = report
    const stored = await readStoredReport(tx, townCode, year, version)
    if (!stored || (await listPublications(tx, townCode, year)).length > 0) return
    const decidedBy = desk.actor.name
    const accepted = stored.candidates.map(({ candidate: { id: candidateId } }) => {
      return { candidateId, seen: 0, action: "accept" as const, note: null }
    })
    await inChunks(stored.findings, (chunk) =>
      tx.insert(findingDecisions).values(
        chunk.map(({ id: findingId }) => {
          return { countyCode, findingId, sequence: 1, action: "confirm" as const, decidedBy }
        }),
      ),
    )
    await inChunks(stored.report.unclaimed, (chunk) =>
      tx.insert(numberDecisions).values(
        chunk.map(({ start: startsAt }) => {
          return { countyCode, reportId, startsAt, sequence: 1, action: "dismiss" as const, decidedBy }
        }),
      ),
    )
    await writeDecisions(tx, desk, townCode, accepted)
    await publishLocked(tx, desk, report, null)
  })
}
