import { listReports, type ReportRow } from "@/db/reads/list-reports"
import type { Desk } from "@/services/desk"

/** All versions of all reports of a county, those with undecided readings first, then the newest year. */
export async function listCountyReports(desk: Desk, countyCode: number): Promise<ReportRow[]> {
  const reports = await listReports(desk.db, countyCode)
  const waits = (report: ReportRow) => Number(report.counts && report.undecided > 0)
  return reports.sort((a, b) => waits(b) - waits(a))
}
