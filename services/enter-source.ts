import { createHash } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { isMetricCode } from "@/catalogue/metric"
import type { Connection } from "@/db/connect"
import { documents } from "@/db/schema/report"
import { insertMark } from "@/db/writes/insert-mark"
import { insertDocument, type StoredDocument } from "@/db/writes/insert-report"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { lockReport } from "@/services/lock-report"
import { parseInput, written } from "@/services/parse-input"
import { Problem } from "@/services/problem"
import { checkValue, writeDecisions } from "@/services/write-decisions"

/** What a value can rest on that the report does not say. */
export const sourceKinds = ["letter", "call", "table", "answer", "other"] as const
export type SourceKind = (typeof sourceKinds)[number]

const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  metric: z.string().refine(isMetricCode),
  value: z.coerce.number().finite().min(0),
  source: z.enum(sourceKinds),
  /** Which letter, whose call, when. */
  reference: written(400),
  /** What it says, in its own words. */
  words: written(4000),
})
export type SourceInput = z.input<typeof input>

/**
 * Enters a figure that the report does not give, with what it rests on: the words of a letter, a call or a table become a
 * document of their own and the figure's evidence. Entered is accepted. Throws Problem: source_needed, value_not_valid,
 * rate_above_100, not_found, report_does_not_count.
 */
export async function enterSource(desk: Desk, raw: SourceInput): Promise<void> {
  requireRight(desk, "reports.decide")
  const entered = parseInput(input, raw)
  await asActor(desk, async (tx) => {
    const { countyCode, reportId } = await lockReport(tx, entered.townCode, entered.year)
    await writeSource(tx, desk, { ...entered, countyCode, reportId })
  })
}

/** The same within a transaction that holds the report. Returns the candidate's id. */
export async function writeSource(
  tx: Connection,
  desk: Desk,
  entered: z.output<typeof input> & { countyCode: number; reportId: string },
): Promise<string> {
  const { countyCode, reportId, townCode, year, metric, value, source, reference, words: said } = entered
  if (!reference || !said) throw new Problem("source_needed")
  checkValue(metric, value)
  const text = `${reference}\n${said}`
  const document = await keepSource(tx, desk, countyCode, source, reference, text)
  const start = reference.length + 1
  const candidateId = await insertMark(tx, {
    ...{ reportId, document, origin: "source", kind: "result", metric, referenceYear: year, value },
    ...{ exactness: "exact", low: null, high: null, classifier: null },
    ...{ start, end: text.length, quote: said, sentence: said, heading: reference },
  })
  await writeDecisions(tx, desk, townCode, [{ candidateId, seen: 0, action: "accept", note: null }])
  return candidateId
}

/** One letter may give several figures: the same words are kept once. */
async function keepSource(
  tx: Connection,
  desk: Desk,
  countyCode: number,
  source: SourceKind,
  fileName: string,
  text: string,
): Promise<StoredDocument> {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const [known] = await tx
    .select({ id: documents.id, textLength: documents.textLength })
    .from(documents)
    .where(and(eq(documents.countyCode, countyCode), eq(documents.sha256, sha256)))
  if (known) return { countyCode, ...known }
  const file = { sha256, fileName, reader: source, encoding: "utf-8", bytes, text }
  return insertDocument(tx, countyCode, file, desk.actor.name)
}
