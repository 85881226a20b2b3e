import { and, desc, eq } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { documents, reports } from "@/db/schema/report"

/** Which report a file became, by its SHA-256 within a county; null for a file that is new there. */
export async function findReportOfFile(db: Connection, countyCode: number, sha256: string) {
  const [row] = await db
    .select({ townCode: reports.townCode, referenceYear: reports.referenceYear, version: reports.version })
    .from(documents)
    .innerJoin(
      reports,
      and(eq(reports.countyCode, documents.countyCode), eq(reports.documentId, documents.id)),
    )
    .where(and(eq(documents.countyCode, countyCode), eq(documents.sha256, sha256)))
  return row ?? null
}

/** The versions of a town's report on a year, newest first. */
export async function listVersions(db: Connection, townCode: number, referenceYear: number) {
  return db
    .select({
      ...{ id: reports.id, version: reports.version, counts: reports.counts },
      ...{ importedAt: reports.importedAt, importedBy: reports.importedBy },
    })
    .from(reports)
    .where(
      and(
        eq(reports.countyCode, Math.floor(townCode / 1000)),
        eq(reports.townCode, townCode),
        eq(reports.referenceYear, referenceYear),
      ),
    )
    .orderBy(desc(reports.version))
}
