import { townOf } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"
import { listVersions } from "@/db/reads/find-report"
import { readStoredReport, type StoredReport } from "@/db/reads/read-stored-report"
import type { Desk } from "@/services/desk"

export type ReportView = {
  town: Town
  year: number
  stored: StoredReport
  versions: Awaited<ReturnType<typeof listVersions>>
  /** Ids of candidates whose quote no longer stands at its offsets. There must be none; the page says so if there are. */
  broken: readonly string[]
}

/** A report with its text, readings, decisions and findings; null where there is none. Every quote is held against the
 * text on each load. */
export async function viewReport(
  desk: Desk,
  townCode: number,
  year: number,
  version: number | null,
): Promise<ReportView | null> {
  const town = townOf(townCode)
  if (!town) return null
  const versions = await listVersions(desk.db, townCode, year)
  const wanted = version ?? versions.find((row) => row.counts)?.version ?? versions[0]?.version
  if (wanted === undefined) return null
  const stored = await readStoredReport(desk.db, townCode, year, wanted)
  if (!stored) return null
  const broken = stored.candidates
    .filter(({ evidence }) => stored.text.slice(evidence.startsAt, evidence.endsAt) !== evidence.quote)
    .map(({ candidate }) => candidate.id)
  return { town, year, stored, versions, broken }
}
