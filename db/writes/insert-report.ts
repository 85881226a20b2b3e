import { randomUUID } from "node:crypto"
import { metricOf } from "@/catalogue/metric"
import type { Finding } from "@/checks/finding"
import type { Connection } from "@/db/connect"
import { candidates, evidence, findings } from "@/db/schema/candidate"
import { documents, reports } from "@/db/schema/report"
import { inChunks } from "@/db/writes/in-chunks"
import type { Candidate, Unclaimed } from "@/extraction/candidate"
import type { Section } from "@/extraction/report"

export type NewDocument = {
  sha256: string
  fileName: string
  reader: string
  encoding: string
  bytes: Uint8Array
  text: string
}

/** Where a document is stored, and the length of its text, which every place in it is held against. */
export type StoredDocument = { countyCode: number; id: string; textLength: number }

/** Stores a file with its text. A file that the county has already violates a unique constraint. */
export async function insertDocument(
  tx: Connection,
  countyCode: number,
  file: NewDocument,
  actor: string,
): Promise<StoredDocument> {
  const stored = { countyCode, id: randomUUID(), textLength: file.text.length }
  await tx.insert(documents).values({ ...stored, importedBy: actor, ...file })
  return stored
}

/** A report as it is stored: its document, and everything that was read from it. */
export type NewReport = {
  townCode: number
  referenceYear: number
  version: number
  counts: boolean
  document: StoredDocument
  title: string | null
  issuer: string | null
  indexNumber: string | null
  publishedOn: string | null
  sections: readonly Section[]
  unclaimed: readonly Unclaimed[]
  candidates: readonly Candidate[]
  findings: readonly Finding[]
  actor: string
}

/** Stores a report whole. A version that is already there violates a unique constraint and changes nothing. */
export async function insertReport(tx: Connection, report: NewReport): Promise<{ reportId: string }> {
  const { countyCode, id: documentId, textLength } = report.document
  const reportId = randomUUID()
  const {
    townCode,
    referenceYear,
    version,
    counts,
    title,
    issuer,
    indexNumber,
    publishedOn,
    sections,
    unclaimed,
  } = report
  await tx.insert(reports).values({
    ...{ countyCode, id: reportId, documentId, townCode, referenceYear, version, counts },
    ...{ title, issuer, indexNumber, publishedOn, sections, unclaimed, importedBy: report.actor },
  })
  const rows = report.candidates.map((candidate, ordinal) => {
    const evidenceId = randomUUID()
    const { start, end, quote, sentence, heading, rule } = candidate.evidence
    const { kind, referenceYear: year, value, missing, exactness, low, high, classifier, scope } = candidate
    return {
      evidence: {
        ...{ countyCode, id: evidenceId, documentId, textLength, startsAt: start, endsAt: end },
        ...{ quote, sentence, heading, rule },
      },
      candidate: {
        ...{
          countyCode,
          id: randomUUID(),
          reportId,
          evidenceId,
          ordinal,
          metricId: metricOf(candidate.metric).id,
        },
        ...{ kind, referenceYear: year, value, missing, exactness, low, high, classifier, scope },
      },
    }
  })
  await inChunks(rows, (chunk) => tx.insert(evidence).values(chunk.map((row) => row.evidence)))
  await inChunks(rows, (chunk) => tx.insert(candidates).values(chunk.map((row) => row.candidate)))
  await inChunks(report.findings, (chunk) =>
    tx.insert(findings).values(
      chunk.map((finding) => ({
        ...{ countyCode, id: randomUUID(), reportId },
        ...{ checkName: finding.check, severity: finding.severity, params: finding.params },
        startsAt: finding.evidence?.start ?? null,
        endsAt: finding.evidence?.end ?? null,
        quote: finding.evidence?.quote ?? null,
        sentence: finding.evidence?.sentence ?? null,
        heading: finding.evidence?.heading ?? null,
      })),
    ),
  )
  return { reportId }
}
