import { randomUUID } from "node:crypto"
import type { Connection } from "@/db/connect"
import { listFindingDecisions, readUnclaimed } from "@/db/reads/read-review"
import type { StoredCandidate, StoredReport } from "@/db/reads/read-stored-report"
import { candidates } from "@/db/schema/candidate"
import { findingDecisions, numberDecisions } from "@/db/schema/review"
import { inChunks } from "@/db/writes/in-chunks"
import type { Desk } from "@/services/desk"
import { writeDecisions } from "@/services/write-decisions"

/**
 * Carries what people decided from one version of a report to another: on readings and findings that stand in both alike,
 * on numbers of the same document, and what they entered from sources beside the report. What differs waits for a person.
 * What the other version has decided already stays.
 */
export async function carryOver(
  tx: Connection,
  desk: Desk,
  before: StoredReport,
  after: StoredReport,
): Promise<void> {
  const { countyCode, townCode } = after.report
  const sameText = before.report.documentId === after.report.documentId
  const keyOf = (row: StoredCandidate) =>
    JSON.stringify([readingOf(row), sameText ? row.evidence.startsAt : 0])
  const known = new Map(before.candidates.map((row) => [keyOf(row), row.decision]))
  const from = `← v${before.report.version}`
  const read = after.candidates.flatMap((row) => {
    const decision = known.get(keyOf(row))
    if (!decision || decision.action === "undo" || row.decision) return []
    const { action, value, exactness, note } = decision
    return [{ candidateId: row.candidate.id, seen: 0, action, value, exactness, note: noteOf(note, from) }]
  })
  const own = before.candidates.filter(
    ({ candidate, decision }) =>
      (candidate.origin === "source" || (candidate.origin === "marked" && sameText)) &&
      (decision?.action === "accept" || decision?.action === "correct") &&
      !after.candidates.some((other) => other.candidate.evidenceId === candidate.evidenceId),
  )
  const copies = own.map(({ candidate, decision }, index) => ({
    row: {
      ...candidate,
      ...{ id: randomUUID(), reportId: after.report.id, ordinal: after.candidates.length + index },
    },
    decision,
  }))
  await inChunks(copies, (chunk) => tx.insert(candidates).values(chunk.map(({ row }) => row)))
  const entered = copies.flatMap(({ row, decision }) => {
    if (!decision) return []
    const { action, value, exactness, note } = decision
    return [{ candidateId: row.id, seen: 0, action, value, exactness, note: noteOf(note, from) }]
  })
  await writeDecisions(tx, desk, townCode, [...read, ...entered])
  await carryFindings(tx, desk, before, after)
  if (sameText) await carryNumbers(tx, desk, countyCode, before.report.id, after.report.id)
}

const noteOf = (note: string | null, from: string) => [note, from].filter(Boolean).join(" ")

/** What makes two readings the same one in two versions. */
export function readingOf({ candidate, evidence, metric }: StoredCandidate): string {
  const { kind, referenceYear, value, missing } = candidate
  return JSON.stringify([metric, kind, referenceYear, value, missing, evidence.quote])
}

/** What makes two findings the same one in two versions. */
export function findingOf({ checkName, params, quote }: StoredReport["findings"][number]): string {
  return JSON.stringify([checkName, Object.entries(params).sort(), quote])
}

async function carryFindings(tx: Connection, desk: Desk, before: StoredReport, after: StoredReport) {
  const { countyCode } = after.report
  const decided = await listFindingDecisions(tx, countyCode, before.report.id)
  const done = new Set(
    (await listFindingDecisions(tx, countyCode, after.report.id)).map((row) => row.findingId),
  )
  const known = new Map(
    before.findings.flatMap((finding) => {
      const decision = decided.find((row) => row.findingId === finding.id && row.action !== "undo")
      return decision ? [[findingOf(finding), decision] as const] : []
    }),
  )
  const rows = after.findings.flatMap((finding) => {
    const decision = done.has(finding.id) ? undefined : known.get(findingOf(finding))
    if (!decision) return []
    const { action, note } = decision
    return [{ countyCode, findingId: finding.id, sequence: 1, action, note, decidedBy: desk.actor.name }]
  })
  await inChunks(rows, (chunk) => tx.insert(findingDecisions).values(chunk))
}

async function carryNumbers(tx: Connection, desk: Desk, countyCode: number, from: string, to: string) {
  const dismissed = (await readUnclaimed(tx, countyCode, from)).filter((number) => number.isDismissed)
  const open = new Set(
    (await readUnclaimed(tx, countyCode, to)).filter(({ seen }) => seen === 0).map(({ start }) => start),
  )
  const rows = dismissed
    .filter(({ start }) => open.has(start))
    .map(({ start }) => ({
      ...{ countyCode, reportId: to, startsAt: start, sequence: 1, action: "dismiss" as const },
      decidedBy: desk.actor.name,
    }))
  await inChunks(rows, (chunk) => tx.insert(numberDecisions).values(chunk))
}
