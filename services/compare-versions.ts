import type { MetricCode } from "@/catalogue/metric"
import type { CandidateKind } from "@/catalogue/status"
import type { StoredCandidate } from "@/db/reads/read-stored-report"

type Said = { value: number | null; quote: string }

/** A reading that one version of a report has and another has not, or has otherwise. */
export type Change = {
  metric: MetricCode
  kind: CandidateKind
  change: "added" | "removed" | "changed"
  before: Said | null
  after: Said | null
}

/** What changed between the readings of two versions. Readings of one metric and kind are held against each other in their
 * order, those that are the same in both apart. */
export function compareVersions(
  before: readonly StoredCandidate[],
  after: readonly StoredCandidate[],
): readonly Change[] {
  const cellOf = ({ metric, candidate: { kind, referenceYear } }: StoredCandidate) =>
    JSON.stringify([metric, kind, referenceYear])
  const cells = new Map<string, { before: StoredCandidate[]; after: StoredCandidate[] }>()
  const put = (side: "before" | "after", row: StoredCandidate) => {
    const cell = cells.get(cellOf(row)) ?? { before: [], after: [] }
    cell[side].push(row)
    cells.set(cellOf(row), cell)
  }
  for (const row of before) put("before", row)
  for (const row of after) put("after", row)
  return [...cells.values()].flatMap((cell) => {
    const old = withoutSame(cell.before, cell.after)
    const now = withoutSame(cell.after, cell.before)
    return Array.from({ length: Math.max(old.length, now.length) }, (_, i): Change[] => {
      const row = now[i] ?? old[i]
      const change = !old[i] ? "added" : !now[i] ? "removed" : "changed"
      if (!row) return []
      return [
        {
          metric: row.metric,
          kind: row.candidate.kind,
          change,
          before: saidBy(old[i]),
          after: saidBy(now[i]),
        },
      ]
    }).flat()
  })
}

const saidBy = (row: StoredCandidate | undefined): Said | null =>
  row ? { value: row.candidate.value, quote: row.evidence.quote } : null

/** The rows whose value the other side does not have, each value of the other side used once. */
function withoutSame(
  rows: readonly StoredCandidate[],
  others: readonly StoredCandidate[],
): StoredCandidate[] {
  const left = others.map(({ candidate }) => candidate.value)
  return rows.filter(({ candidate }) => {
    const at = left.indexOf(candidate.value)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
