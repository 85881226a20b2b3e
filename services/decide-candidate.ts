import { and, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { metricOf, metricOfId } from "@/catalogue/metric"
import { exactnesses } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates, decisions } from "@/db/schema/candidate"
import { reports } from "@/db/schema/report"
import { insertAudit } from "@/db/writes/insert-audit"
import { settleFigure } from "@/db/writes/settle-figure"
import type { Desk } from "@/services/desk"
import { isTaken, Problem } from "@/services/problem"
import { requireReviewer } from "@/services/require-reviewer"

const note = z
  .string()
  .trim()
  .max(2000)
  .nullish()
  .transform((text) => text || null)

/** What a person decides. `seen` is how many decisions the candidate had when they looked: with a newer one in between
 * nothing is written. A correction of an unfilled place needs a note on where the figure comes from. */
export const decisionInput = z.object({
  townCode: z.coerce.number().int(),
  candidateId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  action: z.enum(["accept", "correct", "reject", "undo"]),
  value: z.coerce.number().finite().min(0).nullish(),
  exactness: z.enum(exactnesses).nullish(),
  note,
})
export type DecisionInput = z.input<typeof decisionInput>

/** Writes one decision on a candidate and settles the cell that it is about, in one transaction with its audit line.
 * Throws Problem: not_found, changed_meanwhile, value_not_valid, rate_above_100, note_needed, nothing_to_undo,
 * report_does_not_count. */
export async function decideCandidate(desk: Desk, input: DecisionInput): Promise<void> {
  requireReviewer(desk)
  const parsed = decisionInput.safeParse(input)
  if (!parsed.success) throw new Problem("value_not_valid", parsed.error.issues[0]?.path.join("."))
  try {
    await desk.db.transaction((tx) => writeDecision(tx, desk, parsed.data))
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}

/** The body of `decideCandidate` within a transaction of the caller's. */
export async function writeDecision(
  tx: Connection,
  desk: Desk,
  input: z.output<typeof decisionInput>,
): Promise<void> {
  const countyCode = Math.floor(input.townCode / 1000)
  const [row] = await tx
    .select({ candidate: candidates, report: reports })
    .from(candidates)
    .innerJoin(
      reports,
      and(eq(reports.countyCode, candidates.countyCode), eq(reports.id, candidates.reportId)),
    )
    .where(and(eq(candidates.countyCode, countyCode), eq(candidates.id, input.candidateId)))
    .for("update", { of: reports })
  if (!row || row.report.townCode !== input.townCode) throw new Problem("not_found")
  if (!row.report.counts) throw new Problem("report_does_not_count")

  const [last] = await tx.execute<{ sequence: number; action: string }>(sql`
    select sequence, action from ${decisions}
    where county_code = ${countyCode} and candidate_id = ${input.candidateId} order by sequence desc limit 1`)
  const seen = last?.sequence ?? 0
  if (seen !== input.seen) throw new Problem("changed_meanwhile")
  const value = checkValue(input, row.candidate)
  if (input.action === "undo" && (!last || last.action === "undo")) throw new Problem("nothing_to_undo")

  const { action, exactness } = input
  const decision = {
    action,
    value,
    exactness: action === "correct" ? (exactness ?? "exact") : null,
    note: input.note,
  }
  const key = { countyCode, candidateId: input.candidateId, sequence: seen + 1 }
  await tx
    .insert(decisions)
    .values({ ...key, ...decision, decidedBy: desk.actor.name, decidedAt: sql`clock_timestamp()` })
  const { kind, metricId } = row.candidate
  const referenceYear = row.candidate.referenceYear ?? row.report.referenceYear
  if (kind === "result" || kind === "target") {
    await settleFigure(tx, kind, { townCode: input.townCode, metricId, referenceYear }, desk.actor.name)
  }
  await insertAudit(tx, {
    ...{
      actor: desk.actor.name,
      action: `candidate.${action}`,
      countyCode,
      subject: `candidate:${input.candidateId}`,
    },
    before: last ?? null,
    after: { ...decision, metric: metricOfId(metricId)?.code, townCode: input.townCode, referenceYear },
  })
}

function checkValue(
  input: z.output<typeof decisionInput>,
  candidate: typeof candidates.$inferSelect,
): number | null {
  if (input.action !== "correct") return null
  const metric = metricOfId(candidate.metricId)
  if (input.value == null || !metric) throw new Problem("value_not_valid")
  const isCount = metricOf(metric.code).kind === "flow" || metric.kind === "stock"
  if (isCount && !Number.isInteger(input.value)) throw new Problem("value_not_valid")
  if (metric.unit === "%" && input.value > 100) throw new Problem("rate_above_100")
  if (candidate.missing !== null && !input.note) throw new Problem("note_needed")
  return input.value
}
