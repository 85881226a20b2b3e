import { createHash } from "node:crypto"
import { sql } from "drizzle-orm"
import { neighboursOf, townOf } from "@/catalogue/divisions"
import { checkReport } from "@/checks/check-report"
import { legalDeadline, longestCompared } from "@/checks/previous-year"
import { findReportOfFile, listVersions } from "@/db/reads/find-report"
import { readOthers, readSpreads } from "@/db/reads/read-county"
import { readPrevious } from "@/db/reads/read-previous"
import { insertAudit } from "@/db/writes/insert-audit"
import { insertReport } from "@/db/writes/insert-report"
import type { Refusal } from "@/documents/document"
import type { Desk } from "@/services/desk"
import { isTaken, Problem } from "@/services/problem"
import { readFile } from "@/services/read-file"
import { requireReviewer } from "@/services/require-reviewer"

export type FileToImport = { fileName: string; bytes: Uint8Array }

/** What the person adds where the report itself does not say it. */
export type Answers = { townCode?: number | null; year?: number | null }

/** A report has dozens of readings. Thousands are something else, and nobody could decide on them. */
const mostReadings = 2_000

/** What became of a file. `question`: nothing was stored, somebody has to say the town or the year first. */
export type ImportOutcome =
  | {
      outcome: "imported"
      townCode: number
      year: number
      version: number
      counts: boolean
      candidates: number
      findings: number
    }
  | { outcome: "duplicate"; townCode: number; year: number; version: number }
  | {
      outcome: "question"
      asks: readonly ("town" | "year")[]
      town: string | null
      choices: readonly number[]
      year: number | null
    }
  | { outcome: "refused"; refusal: Refusal }

/**
 * Reads a file and stores it as a report: text, candidates and findings in one transaction. `region` (a county code)
 * settles names that several towns have. The first report of a town and year counts at once; a further version is
 * kept beside it until a person chooses. Throws Problem town_not_known or year_not_valid for a bad answer.
 */
export async function importReport(
  desk: Desk,
  file: FileToImport,
  region: number | null,
  answers: Answers = {},
): Promise<ImportOutcome> {
  requireReviewer(desk)
  const read = readFile(file.bytes, { region, fileName: file.fileName })
  if (!read.ok) return { outcome: "refused", refusal: read.refusal }
  if (read.report.candidates.length > mostReadings) return { outcome: "refused", refusal: "too_many_figures" }
  const townCode = answers.townCode ?? read.report.townCode
  const year = answers.year ?? read.report.referenceYear
  if (townCode === null || year === null) {
    const asks = [townCode === null ? ("town" as const) : [], year === null ? ("year" as const) : []].flat()
    return { outcome: "question", asks, town: read.report.town, choices: read.report.townChoices, year }
  }
  const countyCode = Math.floor(townCode / 1000)
  const town = townOf(townCode)
  if (!town) throw new Problem("town_not_known", String(townCode))
  if (year < 1990 || year > desk.now.getFullYear()) throw new Problem("year_not_valid", String(year))

  const sha256 = createHash("sha256").update(file.bytes).digest("hex")
  const known = await findReportOfFile(desk.db, countyCode, sha256)
  if (known)
    return {
      outcome: "duplicate",
      townCode: known.townCode,
      year: known.referenceYear,
      version: known.version,
    }

  const { document } = read
  try {
    return await desk.db.transaction(async (tx) => {
      await tx.execute(sql`select from towns where code = ${townCode} for update`)
      const versions = await listVersions(tx, townCode, year)
      const version = Math.max(0, ...versions.map((row) => row.version)) + 1
      const counts = !versions.some((row) => row.counts)
      const report = { ...read.report, townCode, referenceYear: year }
      const candidates = report.candidates.map((candidate) => ({
        ...candidate,
        referenceYear: candidate.referenceYear ?? (candidate.kind === "result" ? year : null),
      }))
      const findings = checkReport({ ...report, candidates }, document.text, {
        previous: await readPrevious(tx, townCode, year - 1),
        ...{ town, neighbours: neighboursOf(countyCode), deadline: legalDeadline },
        ...{
          others: await readOthers(tx, townCode, year, longestCompared),
          spreads: await readSpreads(tx, countyCode),
        },
      })
      await insertReport(tx, {
        ...{ townCode, referenceYear: year, version, counts, candidates, findings, actor: desk.actor.name },
        ...{ title: report.title, issuer: report.issuer, indexNumber: report.indexNumber },
        ...{ publishedOn: report.publishedOn, sections: report.sections, unclaimed: report.unclaimed },
        file: {
          ...{ sha256, fileName: file.fileName, reader: document.reader, encoding: document.encoding },
          ...{ bytes: file.bytes, text: document.text },
        },
      })
      const facts = { counts, candidates: candidates.length, findings: findings.length }
      await insertAudit(tx, {
        ...{
          actor: desk.actor.name,
          action: "report.import",
          countyCode,
          subject: `report:${townCode}/${year}`,
        },
        after: { version, fileName: file.fileName, sha256, ...facts },
      })
      return { outcome: "imported" as const, townCode, year, version, ...facts }
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    const other = await findReportOfFile(desk.db, countyCode, sha256)
    if (!other) throw error
    return {
      outcome: "duplicate",
      townCode: other.townCode,
      year: other.referenceYear,
      version: other.version,
    }
  }
}
