import { z } from "zod"
import { metricOfId } from "@/catalogue/metric"
import { beginThread } from "@/services/begin-thread"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { findPlace } from "@/services/find-place"
import { lockReport } from "@/services/lock-report"
import { parseEntry, source, value, words } from "@/services/parse-entry"
import { Problem } from "@/services/problem"
import { checkValue } from "@/services/write-decisions"

const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  candidateId: z.uuid(),
  value,
  source,
  words,
})
export type Correction = z.input<typeof input>

/** A town officer begins a thread on a reading of the own town's report by proposing another figure, in the metric's own
 * unit, with its source. Returns the thread's id. Throws Problem: not_allowed for another town's report, value_not_valid,
 * rate_above_100, source_needed, not_found, report_does_not_count. */
export async function proposeCorrection(desk: Desk, raw: Correction): Promise<string> {
  requireRight(desk, "questions.answer")
  const { townCode, year, candidateId, value: figure, source: from, words: said } = parseEntry(input, raw)
  if (desk.actor.townCode !== townCode) throw new Problem("not_allowed")
  if (figure === null) throw new Problem("value_not_valid")
  if (!from) throw new Problem("source_needed")
  return asActor(desk, async (tx) => {
    const report = await lockReport(tx, townCode, year)
    const place = await findPlace(tx, report, { candidateId })
    checkValue(metricOfId(place.metricId ?? 0)?.code, figure)
    const entry = { action: "propose", words: said, value: figure, source: from } as const
    return beginThread(tx, desk, "town_officer", report, place, entry)
  })
}
