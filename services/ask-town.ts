import { z } from "zod"
import { isMetricCode } from "@/catalogue/metric"
import { beginThread } from "@/services/begin-thread"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { findPlace } from "@/services/find-place"
import { lockReport } from "@/services/lock-report"
import { parseEntry, words } from "@/services/parse-entry"
import { Problem } from "@/services/problem"

const offset = z.coerce.number().int().min(0).nullish()
const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  words,
  /** What the question points at, if anything: a reading, a finding, a stretch of the text, or a metric. */
  candidateId: z.uuid().nullish(),
  findingId: z.uuid().nullish(),
  metric: z.string().refine(isMetricCode).nullish(),
  start: offset,
  end: offset,
})
export type Asked = z.input<typeof input>

/** Asks a town about its report on a year, the version that counts. The words that stand at the place are taken from what
 * is stored. Returns the thread's id. Throws Problem: words_needed, not_found, nothing_marked, report_does_not_count. */
export async function askTown(desk: Desk, raw: Asked): Promise<string> {
  requireRight(desk, "questions.ask")
  const { townCode, year, words: asked, ...pointed } = parseEntry(input, raw)
  if (!asked) throw new Problem("words_needed")
  return asActor(desk, async (tx) => {
    const report = await lockReport(tx, townCode, year)
    const place = await findPlace(tx, report, pointed)
    const entry = { action: "ask", words: asked, value: null, source: null } as const
    return beginThread(tx, desk, "reviewer", report, place, entry)
  })
}
