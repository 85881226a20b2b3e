import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { z } from "zod"
import { metricOfId } from "@/catalogue/metric"
import { exactnesses } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates, decisions } from "@/db/schema/candidate"
import { reports } from "@/db/schema/report"
import { inChunks } from "@/db/writes/in-chunks"
import { insertAudit } from "@/db/writes/insert-audit"
import { settleFigures } from "@/db/writes/settle-figures"
import type { Desk } from "@/services/desk"
import { Problem } from "@/services/problem"

const note = z
  .string()
  .trim()
  .max(2000)
  .nullish()
  .transform((text) => text || null)

/** What a person decides on one candidate. `seen` is how many decisions it had when they looked: with a newer one in
 * between nothing is written. A correction of an unfilled place needs a note on where the figure comes from. */
export const decisionInput = z.object({
  candidateId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  action: z.enum(["accept", "correct", "reject", "undo"]),
  value: z.coerce.number().finite().min(0).nullish(),
  exactness: z.enum(exactnesses).nullish(),
  note,
})
export type Decision = z.output<typeof decisionInput>

type StoredCandidate = typeof candidates.$inferSelect
type Last = { candidate_id: string; sequence: number; action: string }

/**
 * Writes decisions on candidates of one report of a town within a transaction of the caller's, settles the cells that
 * they are about, and leaves an audit line each. All or none. Throws Problem: not_found, report_does_not_count,
 * changed_meanwhile, value_not_valid, rate_above_100, note_needed, nothing_to_undo.
 */
export async function writeDecisions(
  tx: Connection,
  desk: Desk,
  townCode: number,
  inputs: readonly Decision[],
): Promise<void> {
  if (inputs.length === 0) return
  const countyCode = Math.floor(townCode / 1000)
  const ids = inputs.map(({ candidateId }) => candidateId)
  const rows = await tx
    .select({ candidate: candidates, report: reports })
    .from(candidates)
    .innerJoin(
      reports,
      and(eq(reports.countyCode, candidates.countyCode), eq(reports.id, candidates.reportId)),
    )
    .where(
      and(eq(candidates.countyCode, countyCode), inArray(candidates.id, ids), eq(reports.townCode, townCode)),
    )
    .orderBy(asc(reports.id))
    .for("update", { of: reports })
  const found = new Map(rows.map((row) => [row.candidate.id, row]))
  const lasts = await tx.execute<Last>(sql`
    select distinct on (candidate_id) candidate_id, sequence, action from ${decisions}
    where county_code = ${countyCode} and ${inArray(decisions.candidateId, ids)} order by candidate_id, sequence desc`)
  const last = new Map(lasts.map((row) => [row.candidate_id, row]))

  const decided = inputs.map((input) => {
    const row = found.get(input.candidateId)
    if (!row) throw new Problem("not_found")
    if (!row.report.counts) throw new Problem("report_does_not_count")
    const before = last.get(input.candidateId) ?? null
    checkDecision(input, row.candidate, before)
    const isCorrection = input.action === "correct"
    const value = isCorrection ? (input.value ?? null) : null
    const exactness = isCorrection ? (input.exactness ?? ("exact" as const)) : null
    return { ...row, before, decision: { action: input.action, value, exactness, note: input.note } }
  })
  await inChunks(decided, (chunk) =>
    tx.insert(decisions).values(
      chunk.map(({ candidate, before, decision }) => ({
        ...{ countyCode, candidateId: candidate.id, sequence: (before?.sequence ?? 0) + 1, ...decision },
        ...{ decidedBy: desk.actor.name, decidedAt: sql`clock_timestamp()` },
      })),
    ),
  )
  const yearOf = ({ candidate, report }: (typeof decided)[number]) =>
    candidate.referenceYear ?? report.referenceYear
  for (const kind of ["result", "target"] as const) {
    const cells = decided
      .filter(({ candidate }) => candidate.kind === kind)
      .map((row) => ({ metricId: row.candidate.metricId, referenceYear: yearOf(row) }))
    await settleFigures(tx, kind, townCode, cells, desk.actor.name)
  }
  await insertAudit(
    tx,
    decided.map((row) => ({
      ...{ action: `candidate.${row.decision.action}`, countyCode },
      ...{ subject: `candidate:${row.candidate.id}`, before: row.before },
      after: {
        ...row.decision,
        metric: metricOfId(row.candidate.metricId)?.code,
        townCode,
        referenceYear: yearOf(row),
      },
    })),
  )
}

function checkDecision(input: Decision, candidate: StoredCandidate, last: Last | null): void {
  if (input.seen !== (last?.sequence ?? 0)) throw new Problem("changed_meanwhile")
  if (input.action === "undo" && (!last || last.action === "undo")) throw new Problem("nothing_to_undo")
  if (input.action !== "correct") return
  const metric = metricOfId(candidate.metricId)
  const isCount = metric?.kind === "flow" || metric?.kind === "stock"
  if (input.value == null || (isCount && !Number.isInteger(input.value))) throw new Problem("value_not_valid")
  if (metric?.unit === "%" && input.value > 100) throw new Problem("rate_above_100")
  if (candidate.missing !== null && !input.note) throw new Problem("note_needed")
}
