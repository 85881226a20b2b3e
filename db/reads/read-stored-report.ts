import { and, asc, eq, sql } from "drizzle-orm"
import { metricOfId } from "@/catalogue/metric"
import type { Exactness } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { candidates, evidence, findings } from "@/db/schema/candidate"
import { documents, reports } from "@/db/schema/report"

type Action = "accept" | "correct" | "reject" | "undo"
type Decision = {
  action: Action
  sequence: number
  value: string | null
  exactness: Exactness | null
  note: string | null
  decidedBy: string
  decidedAt: string
}

/** A stored report with its text, candidates (each with the decision that holds), findings; null where there is none.
 * `version` null means the one that counts. */
export async function readStoredReport(
  db: Connection,
  townCode: number,
  year: number,
  version: number | null,
) {
  const countyCode = Math.floor(townCode / 1000)
  const wanted = version === null ? eq(reports.counts, true) : eq(reports.version, version)
  const [report] = await db
    .select({
      ...{ report: reports, text: documents.text, fileName: documents.fileName },
      ...{ reader: documents.reader, sha256: documents.sha256 },
    })
    .from(reports)
    .innerJoin(
      documents,
      and(eq(documents.countyCode, reports.countyCode), eq(documents.id, reports.documentId)),
    )
    .where(
      and(
        eq(reports.countyCode, countyCode),
        eq(reports.townCode, townCode),
        eq(reports.referenceYear, year),
        wanted,
      ),
    )
  if (!report) return null

  const ofReport = and(eq(candidates.countyCode, countyCode), eq(candidates.reportId, report.report.id))
  const rows = await db
    .select({
      candidate: candidates,
      evidence,
      /** Of a reading that rests on a source beside the report; null for readers who may not see that. */
      source: sql<{ kind: string; text: string } | null>`(
        select json_build_object('kind', d.reader, 'text', d.text) from documents d
        where ${candidates.origin} = 'source' and d.county_code = ${countyCode} and d.id = ${evidence.documentId})`,
      decision: sql<Decision | null>`(
        select json_build_object('action', d.action, 'sequence', d.sequence, 'value', d.value::text,
          'exactness', d.exactness, 'note', d.note,
          'decidedBy', d.decided_by, 'decidedAt', d.decided_at)
        from decisions d where d.county_code = ${countyCode} and d.candidate_id = ${candidates.id}
        order by d.sequence desc limit 1)`,
    })
    .from(candidates)
    .innerJoin(
      evidence,
      and(eq(evidence.countyCode, candidates.countyCode), eq(evidence.id, candidates.evidenceId)),
    )
    .where(ofReport)
    .orderBy(asc(candidates.ordinal))
  const found = await db
    .select()
    .from(findings)
    .where(and(eq(findings.countyCode, countyCode), eq(findings.reportId, report.report.id)))

  return {
    ...report,
    candidates: rows.flatMap((row) => {
      const metric = metricOfId(row.candidate.metricId)
      if (!metric) return []
      const { decision } = row
      const value = decision?.value == null ? null : Number(decision.value)
      return [{ ...row, metric: metric.code, decision: decision && { ...decision, value } }]
    }),
    findings: found,
  }
}

export type StoredReport = NonNullable<Awaited<ReturnType<typeof readStoredReport>>>
export type StoredCandidate = StoredReport["candidates"][number]
