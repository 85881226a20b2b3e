import { neighboursOf, townOf } from "@/catalogue/divisions"
import { checkReport } from "@/checks/check-report"
import type { Finding } from "@/checks/finding"
import { noContext } from "@/checks/previous-year"
import type { ReadDocument, Refusal } from "@/documents/document"
import { readDocument } from "@/documents/read-document"
import { readReport } from "@/extraction/read-report"
import type { ReadingContext, ReadReport } from "@/extraction/report"

export type ReadFile =
  | { ok: true; document: ReadDocument; report: ReadReport; findings: readonly Finding[] }
  | { ok: false; refusal: Refusal }

/** Reads a file in this very process: document, report and the findings that the report alone gives. */
export async function readHere(
  bytes: Uint8Array,
  context: ReadingContext,
  progress: () => void = () => {},
): Promise<ReadFile> {
  const outcome = await readDocument(bytes, context.fileName, progress)
  if (!outcome.ok) return outcome
  const { document } = outcome
  const report = readReport(document.text, document.metadata, context)
  const town = report.townCode === null ? null : (townOf(report.townCode) ?? null)
  const neighbours = town ? neighboursOf(town.countyCode) : []
  const findings = checkReport(report, document.text, {
    ...noContext,
    town,
    neighbours,
  })
  return { ok: true, document, report, findings }
}
