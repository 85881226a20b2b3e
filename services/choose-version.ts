import { and, eq, sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { listVersions } from "@/db/reads/find-report"
import { readStoredReport } from "@/db/reads/read-stored-report"
import { reports } from "@/db/schema/report"
import { insertAudit } from "@/db/writes/insert-audit"
import { carryOver } from "@/services/carry-over"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"

/** Says which version of a town's report counts. Decisions on what stands in both versions alike are carried over; published
 * figures change when the report is published again. Throws Problem: not_found. */
export async function chooseVersion(
  desk: Desk,
  townCode: number,
  year: number,
  version: number,
): Promise<void> {
  requireRight(desk, "reports.decide")
  await asActor(desk, (tx) => switchVersion(tx, desk, townCode, year, version))
}

/** The same within a transaction of the caller's. */
export async function switchVersion(
  tx: Connection,
  desk: Desk,
  townCode: number,
  year: number,
  version: number,
): Promise<void> {
  const countyCode = Math.floor(townCode / 1000)
  await tx.execute(sql`
    select from reports where county_code = ${countyCode} and town_code = ${townCode} and reference_year = ${year}
    order by version for update`)
  const versions = await listVersions(tx, townCode, year)
  const chosen = versions.find((row) => row.version === version)
  if (!chosen) throw new Problem("not_found")
  const counting = versions.find((row) => row.counts)
  if (counting?.id === chosen.id) return

  const before = counting && (await readStoredReport(tx, townCode, year, counting.version))
  const ofReport = (id: string) => and(eq(reports.countyCode, countyCode), eq(reports.id, id))
  if (counting) await tx.update(reports).set({ counts: false }).where(ofReport(counting.id))
  await tx.update(reports).set({ counts: true }).where(ofReport(chosen.id))
  const after = await readStoredReport(tx, townCode, year, version)
  if (before && after) await carryOver(tx, desk, before, after)
  await insertAudit(tx, {
    ...{ action: "report.choose-version", countyCode, subject: `report:${townCode}/${year}` },
    before: { version: counting?.version ?? null },
    after: { version },
  })
}
