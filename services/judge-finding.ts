import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { listFindingDecisions } from "@/db/reads/read-review"
import { findings } from "@/db/schema/candidate"
import { findingActions, findingDecisions } from "@/db/schema/review"
import { insertAudit } from "@/db/writes/insert-audit"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { lockReport } from "@/services/lock-report"
import { parseInput, written } from "@/services/parse-input"
import { isTaken, Problem } from "@/services/problem"

const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  findingId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  action: z.enum(findingActions),
  note: written(2000),
})
export type FindingInput = z.input<typeof input>

/**
 * Says of a finding of the report that counts that it is so (`confirm`), or that it is not and why (`overrule`), or takes
 * the last word back. `seen` is how many words there were when the person looked. Throws Problem: not_found, note_needed,
 * nothing_to_undo, changed_meanwhile, report_does_not_count.
 */
export async function judgeFinding(desk: Desk, raw: FindingInput): Promise<void> {
  requireRight(desk, "reports.decide")
  const { townCode, year, findingId, seen, action, note } = parseInput(input, raw)
  if (action === "overrule" && !note) throw new Problem("note_needed")
  try {
    await asActor(desk, async (tx) => {
      const { countyCode, reportId } = await lockReport(tx, townCode, year)
      const [finding] = await tx
        .select()
        .from(findings)
        .where(
          and(
            eq(findings.countyCode, countyCode),
            eq(findings.reportId, reportId),
            eq(findings.id, findingId),
          ),
        )
      if (!finding) throw new Problem("not_found")
      const decided = await listFindingDecisions(tx, countyCode, reportId)
      const last = decided.find((row) => row.findingId === findingId) ?? null
      if (seen !== (last?.sequence ?? 0)) throw new Problem("changed_meanwhile")
      if (action === "undo" && (!last || last.action === "undo")) throw new Problem("nothing_to_undo")
      await tx.insert(findingDecisions).values({
        ...{ countyCode, findingId, sequence: seen + 1, action, note: action === "undo" ? null : note },
        decidedBy: desk.actor.name,
      })
      await insertAudit(tx, {
        ...{ action: `finding.${action}`, countyCode, subject: `report:${townCode}/${year}` },
        before: last && { action: last.action, note: last.note },
        after: { check: finding.checkName, quote: finding.quote?.slice(0, 200) ?? null, note },
      })
    })
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}
