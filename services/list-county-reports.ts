import { listReports, type ReportRow } from "@/db/reads/list-reports"
import { asActor, type Desk, requireRight } from "@/services/desk"

/** All versions of all reports of a county, those with undecided readings first, then the newest year. */
export async function listCountyReports(desk: Desk, countyCode: number): Promise<ReportRow[]> {
  requireRight(desk, "reports.read")
  const reports = await asActor(desk, (tx) => listReports(tx, countyCode))
  const waits = (report: ReportRow) => Number(report.counts && report.undecided > 0)
  return reports.sort((a, b) => waits(b) - waits(a))
}
