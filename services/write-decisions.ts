import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { z } from "zod"
import { type MetricCode, metricOf, metricOfId } from "@/catalogue/metric"
import { exactnesses } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates, decisions } from "@/db/schema/candidate"
import { reports } from "@/db/schema/report"
import { inChunks } from "@/db/writes/in-chunks"
import { insertAudit } from "@/db/writes/insert-audit"
import type { Desk } from "@/services/desk"
import { written } from "@/services/parse-input"
import { Problem } from "@/services/problem"

/** What a person decides on one candidate. `seen` is how many decisions it had when they looked: with a newer one in
 * between nothing is written. A correction of an unfilled place needs a note on where the figure comes from. */
export const decisionInput = z.object({
  candidateId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  action: z.enum(["accept", "correct", "reject", "undo"]),
  value: z.coerce.number().finite().min(0).nullish(),
  exactness: z.enum(exactnesses).nullish(),
  note: written(2000),
})
export type Decision = z.output<typeof decisionInput>

type StoredCandidate = typeof candidates.$inferSelect
type Last = { candidate_id: string; sequence: number; action: string }

/**
 * Writes decisions on candidates of one report of a town within a transaction of the caller's and leaves an audit line
 * each; what is decided becomes a figure when it is published. All or none. Throws Problem: not_found, report_does_not_count,
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
  if (input.value == null) throw new Problem("value_not_valid")
  checkValue(metricOfId(candidate.metricId)?.code, input.value)
  if (candidate.missing !== null && !input.note) throw new Problem("note_needed")
}

/** Throws Problem where a value cannot be the metric's: value_not_valid for a broken count, rate_above_100. */
export function checkValue(code: MetricCode | undefined, value: number): void {
  const metric = code && metricOf(code)
  const isCount = metric?.kind === "flow" || metric?.kind === "stock"
  if (isCount && !Number.isInteger(value)) throw new Problem("value_not_valid")
  if (metric?.unit === "%" && value > 100) throw new Problem("rate_above_100")
}
