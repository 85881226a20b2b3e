import { z } from "zod"
import { addEntry } from "@/services/add-entry"
import { type Desk, requireRight } from "@/services/desk"
import { parseEntry, words } from "@/services/parse-entry"
import { Problem } from "@/services/problem"
import { lastProposal, takeProposal } from "@/services/take-proposal"

const input = z.object({
  questionId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  action: z.enum(["take", "decline", "ask", "close"]),
  words,
})
export type Settlement = z.input<typeof input>

/**
 * The reviewer's turn in a thread: takes the town's last proposed figure, which becomes a decision in the same transaction;
 * declines it, saying why; asks on; or closes the thread. All but asking on end it. Throws Problem: words_needed, not_found
 * (also where no figure was proposed), changed_meanwhile, question_closed, report_does_not_count, value_not_valid,
 * rate_above_100.
 */
export async function settleQuestion(desk: Desk, raw: Settlement): Promise<void> {
  requireRight(desk, "questions.ask")
  const { action, words: said, ...seen } = parseEntry(input, raw)
  if (action === "take") requireRight(desk, "reports.decide")
  if ((action === "decline" || action === "ask") && !said) throw new Problem("words_needed")
  const entry = { action, words: said, value: null, source: null } as const
  await addEntry(
    ...([desk, "reviewer", seen] as const),
    (thread) => {
      if ((action === "take" || action === "decline") && !lastProposal(thread)) throw new Problem("not_found")
      return entry
    },
    async (tx, thread) => {
      const proposal = lastProposal(thread)
      if (action === "take" && proposal) await takeProposal(tx, desk, thread, proposal)
    },
  )
}
