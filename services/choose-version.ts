import { and, eq, sql } from "drizzle-orm"
import { listVersions } from "@/db/reads/find-report"
import { readStoredReport, type StoredCandidate } from "@/db/reads/read-stored-report"
import { reports } from "@/db/schema/report"
import { insertAudit } from "@/db/writes/insert-audit"
import { settleFigures } from "@/db/writes/settle-figures"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"
import { writeDecisions } from "@/services/write-decisions"

/** Says which version of a town's report counts. Decisions on readings that stand in both versions alike are carried
 * over; figures that only the other version gave stop counting (their versions are kept). Throws Problem: not_found. */
export async function chooseVersion(
  desk: Desk,
  townCode: number,
  year: number,
  version: number,
): Promise<void> {
  requireRight(desk, "reports.decide")
  const countyCode = Math.floor(townCode / 1000)
  await asActor(desk, async (tx) => {
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

    const known = new Map(before?.candidates.map((row) => [readingOf(row), row.decision]))
    const carried = (after?.candidates ?? []).flatMap((row) => {
      const decision = known.get(readingOf(row))
      if (!decision || decision.action === "undo" || row.decision) return []
      const note = [decision.note, `← v${counting?.version}`].filter(Boolean).join(" ")
      const { action, value } = decision
      return [{ candidateId: row.candidate.id, seen: 0, action, value, note }]
    })
    await writeDecisions(tx, desk, townCode, carried)
    const touched = [...(before?.candidates ?? []), ...(after?.candidates ?? [])].map(
      ({ candidate }) => candidate,
    )
    for (const kind of ["result", "target"] as const) {
      const cells = touched
        .filter((candidate) => candidate.kind === kind)
        .map(({ metricId, referenceYear }) => ({ metricId, referenceYear: referenceYear ?? year }))
      await settleFigures(tx, kind, townCode, cells, desk.actor.name)
    }
    await insertAudit(tx, {
      ...{ action: "report.choose-version", countyCode, subject: `report:${townCode}/${year}` },
      before: { version: counting?.version ?? null },
      after: { version },
    })
  })
}

function readingOf({ candidate, evidence, metric }: StoredCandidate): string {
  const { kind, referenceYear, value, missing } = candidate
  return JSON.stringify([metric, kind, referenceYear, value, missing, evidence.quote])
}
