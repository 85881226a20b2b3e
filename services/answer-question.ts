import { z } from "zod"
import { metricOfId } from "@/catalogue/metric"
import { addEntry } from "@/services/add-entry"
import { type Desk, requireRight } from "@/services/desk"
import { parseEntry, source, value, words } from "@/services/parse-entry"
import { Problem } from "@/services/problem"
import { checkValue } from "@/services/write-decisions"

const input = z.object({
  questionId: z.uuid(),
  seen: z.coerce.number().int().min(0),
  action: z.enum(["answer", "propose"]),
  words,
  value,
  source,
})
export type Answer = z.input<typeof input>

/** A town officer answers in a thread of the own town: in words, or with a proposed figure, in the metric's own unit, and
 * where it comes from. Throws Problem: words_needed, source_needed, value_not_valid (also in a thread about no metric),
 * rate_above_100, not_found, changed_meanwhile, question_closed. */
export async function answerQuestion(desk: Desk, raw: Answer): Promise<void> {
  requireRight(desk, "questions.answer")
  const { action, words: said, value: figure, source: from, ...thread } = parseEntry(input, raw)
  if (action === "answer") {
    if (!said) throw new Problem("words_needed")
    await addEntry(desk, "town_officer", thread, () => ({ action, words: said, value: null, source: null }))
    return
  }
  if (figure === null) throw new Problem("value_not_valid")
  if (!from) throw new Problem("source_needed")
  await addEntry(desk, "town_officer", thread, ({ metricId }) => {
    if (metricId === null) throw new Problem("value_not_valid")
    checkValue(metricOfId(metricId)?.code, figure)
    return { action, words: said, value: figure, source: from }
  })
}
