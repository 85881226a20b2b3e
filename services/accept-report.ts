import { sql } from "drizzle-orm"
import { listVersions } from "@/db/reads/find-report"
import { readStoredReport } from "@/db/reads/read-stored-report"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"
import { writeDecisions } from "@/services/write-decisions"

/** Accepts every undecided reading of a report that no finding points at; the doubtful ones stay for a look, and a mark
 * that a person took back stays taken back. All or none. Returns how many were accepted. Text recognised from a picture is
 * never accepted without a look. Throws Problem: not_found, report_does_not_count, recognised_text. */
export async function acceptReport(desk: Desk, townCode: number, year: number): Promise<number> {
  requireRight(desk, "reports.decide")
  return asActor(desk, async (tx) => {
    const counting = (await listVersions(tx, townCode, year)).find((version) => version.counts)
    if (!counting) throw new Problem("not_found")
    await tx.execute(sql`
      select from reports where county_code = ${Math.floor(townCode / 1000)} and id = ${counting.id} for update`)
    const stored = await readStoredReport(tx, townCode, year, counting.version)
    if (!stored) throw new Problem("not_found")
    if (stored.reader === "ocr") throw new Problem("recognised_text")
    const clear = stored.candidates.filter(
      ({ candidate, decision, evidence }) =>
        candidate.origin === "read" &&
        (!decision || decision.action === "undo") &&
        !stored.findings.some(
          ({ startsAt, endsAt }) =>
            startsAt !== null && endsAt !== null && startsAt < evidence.endsAt && evidence.startsAt < endsAt,
        ),
    )
    const accepted = clear.map(({ candidate, decision }) => {
      return {
        candidateId: candidate.id,
        seen: decision?.sequence ?? 0,
        action: "accept" as const,
        note: null,
      }
    })
    await writeDecisions(tx, desk, townCode, accepted)
    return clear.length
  })
}
