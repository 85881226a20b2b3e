import { decideCandidate } from "@/services/decide-candidate"
import type { Desk } from "@/services/desk"
import { dismissNumbers } from "@/services/dismiss-numbers"
import { judgeFinding } from "@/services/judge-finding"
import { publishReport } from "@/services/publish-report"
import { viewReport } from "@/services/view-report"

/** Decides all that is open in a report, as a reviewer does who agrees with everything. */
export async function decideAll(desk: Desk, townCode: number, year: number): Promise<void> {
  const report = await viewReport(desk, townCode, year, null, "zh")
  if (!report) throw new Error(`no report of ${townCode} on ${year}`)
  for (const { id, seen, state } of report.readings)
    if (state === "open") await decideCandidate(desk, { townCode, candidateId: id, seen, action: "accept" })
  for (const { id, seen, state } of report.findings)
    if (state === "open") await judgeFinding(desk, { townCode, year, findingId: id, seen, action: "confirm" })
  const starts = report.unclaimed.filter(({ isOpen }) => isOpen).map(({ start }) => start)
  if (starts.length > 0) await dismissNumbers(desk, { townCode, year, starts, action: "dismiss" })
}

/** The same, and publishes it. */
export async function finishReport(
  desk: Desk,
  townCode: number,
  year: number,
  reason: string | null = null,
): Promise<number> {
  await decideAll(desk, townCode, year)
  return publishReport(desk, { townCode, year, seen: null, reason })
}
