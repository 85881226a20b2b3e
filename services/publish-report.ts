import { z } from "zod"
import { metricOfId } from "@/catalogue/metric"
import type { Connection } from "@/db/connect"
import { type FigureChange, listChanges, type ReportKey } from "@/db/reads/list-changes"
import { countLeft, listReports } from "@/db/reads/list-reports"
import { countEvents, listPublications } from "@/db/reads/read-review"
import { insertAudit } from "@/db/writes/insert-audit"
import { publishFigures } from "@/db/writes/publish-figures"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { lockReport } from "@/services/lock-report"
import { parseInput, written } from "@/services/parse-input"
import { isTaken, Problem } from "@/services/problem"

const input = z.object({
  townCode: z.coerce.number().int(),
  year: z.coerce.number().int(),
  /** What `countEvents` gave when the person looked; null where nobody else can be at it. */
  seen: z.coerce.number().int().nullable(),
  reason: written(2000),
})
export type PublishInput = z.input<typeof input>

/**
 * Publishes a town's report on a year in one transaction: every decided result becomes an observation, every promise a
 * target. From the second time on it is a revision, which needs a reason; what it does not change keeps its version.
 * Returns how many figures changed. Throws Problem: not_done while anything is undecided, reason_needed,
 * nothing_to_publish, changed_meanwhile, not_found, report_does_not_count.
 */
export async function publishReport(desk: Desk, raw: PublishInput): Promise<number> {
  requireRight(desk, "reports.publish")
  const { townCode, year, seen, reason } = parseInput(input, raw)
  try {
    return await asActor(desk, async (tx) => {
      const report = await lockReport(tx, townCode, year)
      if (seen !== null && seen !== (await countEvents(tx, townCode, year)))
        throw new Problem("changed_meanwhile")
      return publishLocked(tx, desk, report, reason)
    })
  } catch (error) {
    if (isTaken(error)) throw new Problem("changed_meanwhile")
    throw error
  }
}

/** The same within a transaction that holds the report. */
export async function publishLocked(
  tx: Connection,
  desk: Desk,
  report: ReportKey,
  reason: string | null,
): Promise<number> {
  const { countyCode, townCode, year, reportId } = report
  const left = await countLeft(tx, countyCode, reportId)
  if (left > 0) throw new Problem("not_done", String(left))
  const [last] = await listPublications(tx, townCode, year)
  const changes = await listChanges(tx, report)
  if (last && changes.length === 0) throw new Problem("nothing_to_publish")
  if (last && !reason) throw new Problem("reason_needed")
  const sequence = (last?.sequence ?? 0) + 1
  const { id, name } = desk.actor
  await publishFigures(tx, report, changes, { sequence, reason: last ? reason : null, actor: { id, name } })
  await insertAudit(tx, {
    ...{
      action: last ? "report.revise" : "report.publish",
      countyCode,
      subject: `report:${townCode}/${year}`,
    },
    before: last ? { sequence: last.sequence, figures: saidBy(changes, "before") } : null,
    after: { sequence, ...(last ? { reason } : {}), figures: saidBy(changes, "after") },
  })
  return changes.length
}

/** The figures of one side in short: `contracts_reviewed/2024: 358`; a missing one by its reason. */
function saidBy(changes: readonly FigureChange[], side: "before" | "after") {
  return Object.fromEntries(
    changes.flatMap(({ metricId, referenceYear, kind, [side]: figure }) =>
      figure
        ? [
            [
              `${metricOfId(metricId)?.code}/${referenceYear}${kind === "target" ? "/target" : ""}`,
              figure.value ?? figure.missing,
            ],
          ]
        : [],
    ),
  )
}

/** Publishes every report of a county's year that is done and was never published; each in a transaction of its own, so that
 * one that somebody works on holds up no other. Returns the towns that were published. */
export async function publishYear(desk: Desk, countyCode: number, year: number): Promise<number[]> {
  requireRight(desk, "reports.publish")
  const reports = await asActor(desk, (tx) => listReports(tx, countyCode))
  const ready = reports
    .filter((report) => report.counts && report.year === year && report.left === 0 && !report.published)
    .map(({ townCode }) => townCode)
  const published: number[] = []
  for (const townCode of ready) {
    try {
      await publishReport(desk, { townCode, year, seen: null, reason: null })
      published.push(townCode)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    }
  }
  return published
}
