import { z } from "zod"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { isTaken, Problem } from "@/services/problem"
import { decisionInput, writeDecisions } from "@/services/write-decisions"

const input = decisionInput.extend({ townCode: z.coerce.number().int() })
export type DecisionInput = z.input<typeof input>

/** Writes one decision on a candidate and settles the cell that it is about, in one transaction with its audit line.
 * Throws Problem as `writeDecisions` does. */
export async function decideCandidate(desk: Desk, raw: DecisionInput): Promise<void> {
  requireRight(desk, "reports.decide")
  const parsed = input.safeParse(raw)
  if (!parsed.success) throw new Problem("value_not_valid", parsed.error.issues[0]?.path.join("."))
  const { townCode, ...decision } = parsed.data
  try {
    await asActor(desk, (tx) => writeDecisions(tx, desk, townCode, [decision]))
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}
