import { sql } from "drizzle-orm"
import { neighboursOf } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"
import { checkReport } from "@/checks/check-report"
import { legalDeadline, longestCompared } from "@/checks/previous-year"
import type { Connection } from "@/db/connect"
import { listVersions } from "@/db/reads/find-report"
import { readOthers, readSpreads } from "@/db/reads/read-county"
import { readPrevious } from "@/db/reads/read-previous"
import { insertAudit } from "@/db/writes/insert-audit"
import { insertReport, type StoredDocument } from "@/db/writes/insert-report"
import type { ReadReport } from "@/extraction/report"
import type { Desk } from "@/services/desk"

/** What a file said of one town: its report, or its row of a table, which has no sections to be missing. */
export type ToStore = {
  town: Town
  year: number
  report: ReadReport
  document: StoredDocument
  text: string
  file: { fileName: string; sha256: string }
  isTable: boolean
}

/** Stores a town's report on a year as its next version, with findings and a line in the audit log, in a transaction of the
 * caller's. The first one counts at once. */
export async function storeReport(tx: Connection, desk: Desk, stored: ToStore) {
  const { town, year, report, document, text, file, isTable } = stored
  const { countyCode, code: townCode } = town
  await tx.execute(sql`select from towns where code = ${townCode} for update`)
  const versions = await listVersions(tx, townCode, year)
  const version = Math.max(0, ...versions.map((row) => row.version)) + 1
  const counts = !versions.some((row) => row.counts)
  const candidates = report.candidates.map((candidate) => ({
    ...candidate,
    referenceYear: candidate.referenceYear ?? (candidate.kind === "result" ? year : null),
  }))
  const all = checkReport({ ...report, townCode, referenceYear: year, candidates }, text, {
    previous: await readPrevious(tx, townCode, year - 1),
    ...{ town, neighbours: neighboursOf(countyCode), deadline: legalDeadline },
    ...{
      others: await readOthers(tx, townCode, year, longestCompared),
      spreads: await readSpreads(tx, countyCode),
    },
  })
  const findings = isTable ? all.filter(({ check }) => !ofProse.has(check)) : all
  await insertReport(tx, {
    ...{ townCode, referenceYear: year, version, counts, document, candidates, findings },
    ...{ title: report.title, issuer: report.issuer, indexNumber: report.indexNumber },
    ...{ publishedOn: report.publishedOn, sections: report.sections, unclaimed: report.unclaimed },
    actor: desk.actor.name,
  })
  const facts = { counts, candidates: candidates.length, findings: findings.length }
  await insertAudit(tx, {
    ...{ action: "report.import", countyCode, subject: `report:${townCode}/${year}` },
    after: { version, ...file, ...facts },
  })
  return { version, ...facts }
}

/** Checks that look for what only running text has, or that would find the other towns of a table. */
const ofProse = new Set(["missing-section", "other-town-named", "copied-text", "late", "expired-citation"])
