import { z } from "zod"
import type { Desk } from "@/services/desk"
import { isTaken, Problem } from "@/services/problem"
import { requireReviewer } from "@/services/require-reviewer"
import { decisionInput, writeDecisions } from "@/services/write-decisions"

const input = decisionInput.extend({ townCode: z.coerce.number().int() })
export type DecisionInput = z.input<typeof input>

/** Writes one decision on a candidate and settles the cell that it is about, in one transaction with its audit line.
 * Throws Problem as `writeDecisions` does. */
export async function decideCandidate(desk: Desk, raw: DecisionInput): Promise<void> {
  requireReviewer(desk)
  const parsed = input.safeParse(raw)
  if (!parsed.success) throw new Problem("value_not_valid", parsed.error.issues[0]?.path.join("."))
  const { townCode, ...decision } = parsed.data
  try {
    await desk.db.transaction((tx) => writeDecisions(tx, desk, townCode, [decision]))
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}
