import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { isMetricCode } from "@/catalogue/metric"
import { documents, reports } from "@/db/schema/report"
import { insertMark } from "@/db/writes/insert-mark"
import { readMarked } from "@/extraction/read-marked"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { lockReport } from "@/services/lock-report"
import { parseInput } from "@/services/parse-input"
import { Problem } from "@/services/problem"
import { checkValue, writeDecisions } from "@/services/write-decisions"

const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  start: z.coerce.number().int().min(0),
  end: z.coerce.number().int().min(0),
  metric: z.string().refine(isMetricCode),
  kind: z.enum(["result", "target"]),
  /** In the metric's own unit; null to take what the marked words say. */
  value: z.coerce.number().finite().min(0).nullish(),
})
export type MarkInput = z.input<typeof input>

/**
 * Assigns a stretch of the report's text to a metric, as this year's result or next year's target, and accepts it: the
 * person has it before their eyes. Throws Problem: nothing_marked (no text, or no figure in it and none given),
 * value_not_valid, rate_above_100, not_found, report_does_not_count.
 */
export async function markFigure(desk: Desk, raw: MarkInput): Promise<void> {
  requireRight(desk, "reports.decide")
  const { townCode, year, start, end, metric, kind, value: given } = parseInput(input, raw)
  await asActor(desk, async (tx) => {
    const { countyCode, reportId } = await lockReport(tx, townCode, year)
    const [stored] = await tx
      .select({ text: documents.text, id: documents.id, sections: reports.sections })
      .from(reports)
      .innerJoin(
        documents,
        and(eq(documents.countyCode, reports.countyCode), eq(documents.id, reports.documentId)),
      )
      .where(and(eq(reports.countyCode, countyCode), eq(reports.id, reportId)))
    const marked = stored && readMarked(stored.text, start, end)
    const value = given ?? marked?.value ?? null
    if (!marked || value === null) throw new Problem("nothing_marked")
    checkValue(metric, value)
    const asRead = marked.value === value
    const section = stored.sections.findLast((one) => one.start <= start && start < one.end)
    const candidateId = await insertMark(tx, {
      ...{ reportId, origin: "marked", kind, metric, value },
      document: { countyCode, id: stored.id, textLength: stored.text.length },
      referenceYear: kind === "target" ? year + 1 : year,
      ...{ exactness: (asRead && marked.exactness) || "exact", classifier: marked.classifier },
      ...{ low: asRead ? marked.low : null, high: asRead ? marked.high : null },
      ...{ start: marked.start, end: marked.end, quote: marked.quote, sentence: marked.sentence },
      heading: section?.heading ?? null,
    })
    await writeDecisions(tx, desk, townCode, [{ candidateId, seen: 0, action: "accept", note: null }])
  })
}
