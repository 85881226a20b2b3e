import { z } from "zod"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { parseInput } from "@/services/parse-input"
import { isTaken, Problem } from "@/services/problem"
import { decisionInput, writeDecisions } from "@/services/write-decisions"

const input = decisionInput.extend({ townCode: z.coerce.number().int() })
export type DecisionInput = z.input<typeof input>

/** Writes one decision on a candidate, in one transaction with its audit line.
 * Throws Problem as `writeDecisions` does. */
export async function decideCandidate(desk: Desk, raw: DecisionInput): Promise<void> {
  requireRight(desk, "reports.decide")
  const { townCode, ...decision } = parseInput(input, raw)
  try {
    await asActor(desk, (tx) => writeDecisions(tx, desk, townCode, [decision]))
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}
