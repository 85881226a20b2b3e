import { townOf } from "@/catalogue/divisions"
import { listReports } from "@/db/reads/list-reports"
import { readStoredReport, type StoredReport } from "@/db/reads/read-stored-report"
import { readReport } from "@/extraction/read-report"
import { findingOf, readingOf } from "@/services/carry-over"
import { switchVersion } from "@/services/choose-version"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { lockReport } from "@/services/lock-report"
import { Problem } from "@/services/problem"
import { storeReport } from "@/services/store-report"

/** Tables were read by their columns, not by rules. */
const tables = new Set(["xlsx", "csv"])

/**
 * Reads a report's text again with today's rules and checks. Where that gives anything else, it becomes the report's next
 * version and counts at once: every decision on what is unchanged is carried over, and only what changed waits for a
 * person. Returns that version. Throws Problem: nothing_new (nothing was changed), not_found, report_does_not_count.
 */
export async function rereadReport(desk: Desk, townCode: number, year: number): Promise<number> {
  requireRight(desk, "reports.decide")
  const town = townOf(townCode)
  if (!town) throw new Problem("not_found")
  return asActor(desk, async (tx) => {
    const { countyCode, version } = await lockReport(tx, townCode, year)
    const before = await readStoredReport(tx, townCode, year, version)
    if (!before) throw new Problem("not_found")
    if (tables.has(before.reader)) throw new Problem("nothing_new")
    const { text, fileName, report: old } = before
    const { title, issuer, indexNumber, publishedOn } = old
    const metadata = { title, issuer, indexNumber, publishedOn }
    const report = {
      ...readReport(text, metadata, { region: countyCode, fileName }),
      ...metadata,
    }
    const stored = await storeReport(tx, desk, {
      ...{ town, year, report, text, isTable: false, action: "report.reread" },
      document: { countyCode, id: old.documentId, textLength: text.length },
      file: { fileName, sha256: before.sha256 },
    })
    const after = await readStoredReport(tx, townCode, year, stored.version)
    if (!after || saidBy(after) === saidBy(before)) throw new Problem("nothing_new")
    await switchVersion(tx, desk, townCode, year, stored.version)
    return stored.version
  })
}

/** Everything that the rules said of a text, in order. */
function saidBy({ candidates, findings, report }: StoredReport): string {
  const read = candidates
    .filter(({ candidate }) => candidate.origin === "read")
    .map((row) => `${row.evidence.startsAt} ${row.candidate.exactness} ${readingOf(row)}`)
  return JSON.stringify([read.sort(), findings.map(findingOf).sort(), report.unclaimed])
}

/** Reads all counting reports of a county again. `tell` hears of each that changed. Returns how many did. */
export async function rereadCounty(
  desk: Desk,
  countyCode: number,
  tell: (townCode: number, year: number) => void,
): Promise<number> {
  requireRight(desk, "reports.decide")
  const reports = await asActor(desk, (tx) => listReports(tx, countyCode))
  let changed = 0
  for (const { townCode, year } of reports.filter((report) => report.counts)) {
    try {
      await rereadReport(desk, townCode, year)
      changed += 1
      tell(townCode, year)
    } catch (error) {
      if (!(error instanceof Problem && error.code === "nothing_new")) throw error
    }
  }
  return changed
}
