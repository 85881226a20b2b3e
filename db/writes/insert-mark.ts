import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { Exactness } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates, evidence } from "@/db/schema/candidate"
import type { StoredDocument } from "@/db/writes/insert-report"

/** A reading that a person proposes: marked in the report's text, or resting on a source beside it. */
export type NewMark = {
  reportId: string
  document: StoredDocument
  origin: "marked" | "source"
  kind: "result" | "target"
  metric: MetricCode
  referenceYear: number
  value: number
  exactness: Exactness
  low: number | null
  high: number | null
  classifier: string | null
  start: number
  end: number
  quote: string
  sentence: string
  heading: string | null
}

/** Stores a person's reading behind the others of its report. Returns the candidate's id. */
export async function insertMark(tx: Connection, mark: NewMark): Promise<string> {
  const { countyCode, id: documentId, textLength } = mark.document
  const { reportId, origin, kind, referenceYear, value, exactness, low, high, classifier } = mark
  const [id, evidenceId] = [randomUUID(), randomUUID()]
  await tx.insert(evidence).values({
    ...{ countyCode, id: evidenceId, documentId, textLength, startsAt: mark.start, endsAt: mark.end },
    ...{ quote: mark.quote, sentence: mark.sentence, heading: mark.heading, rule: origin },
  })
  const [next] = await tx.execute<{ ordinal: number }>(sql`
    select coalesce(max(ordinal), -1) + 1 as ordinal from candidates
    where county_code = ${countyCode} and report_id = ${reportId}`)
  await tx.insert(candidates).values({
    ...{
      countyCode,
      id,
      reportId,
      evidenceId,
      ordinal: next?.ordinal ?? 0,
      metricId: metricOf(mark.metric).id,
    },
    ...{ origin, kind, referenceYear, value, exactness, low, high, classifier },
  })
  return id
}
