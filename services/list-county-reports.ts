import { listReports, type ReportRow } from "@/db/reads/list-reports"
import { asReader, type Desk, requireRight } from "@/services/desk"

/** All versions of all reports of a county, those that need a person first, then the newest year. */
export async function listCountyReports(desk: Desk, countyCode: number): Promise<ReportRow[]> {
  requireRight(desk, "reports.read")
  const reports = await asReader(desk, (tx) => listReports(tx, countyCode))
  const waits = (report: ReportRow) => Number(report.counts && (report.left > 0 || report.published === 0))
  return reports.sort((a, b) => waits(b) - waits(a))
}
