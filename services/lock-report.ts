import { sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { listVersions } from "@/db/reads/find-report"
import type { ReportKey } from "@/db/reads/list-changes"
import { Problem } from "@/services/problem"

/** Holds a town's report on a year until the transaction ends, so that of two who act on it one comes after the other.
 * Returns the version that counts. Throws Problem: not_found, report_does_not_count (there are only others). */
export async function lockReport(
  tx: Connection,
  townCode: number,
  year: number,
): Promise<ReportKey & { version: number }> {
  const countyCode = Math.floor(townCode / 1000)
  await tx.execute(sql`
    select from reports where county_code = ${countyCode} and town_code = ${townCode} and reference_year = ${year}
    order by version for update`)
  return findReport(tx, townCode, year)
}

/** The version that counts, without holding it. Throws as `lockReport` does. */
export async function findReport(
  tx: Connection,
  townCode: number,
  year: number,
): Promise<ReportKey & { version: number }> {
  const countyCode = Math.floor(townCode / 1000)
  const versions = await listVersions(tx, townCode, year)
  const counting = versions.find((row) => row.counts)
  if (!counting) throw new Problem(versions.length > 0 ? "report_does_not_count" : "not_found")
  return { countyCode, townCode, year, reportId: counting.id, version: counting.version }
}
