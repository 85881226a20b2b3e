import { and, eq } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { documents, reports } from "@/db/schema/report"

/** The bytes and the name of the file that a report came from. */
export async function readOriginalFile(db: Connection, countyCode: number, reportId: string) {
  const [row] = await db
    .select({ fileName: documents.fileName, bytes: documents.bytes, sha256: documents.sha256 })
    .from(reports)
    .innerJoin(
      documents,
      and(eq(documents.countyCode, reports.countyCode), eq(documents.id, reports.documentId)),
    )
    .where(and(eq(reports.countyCode, countyCode), eq(reports.id, reportId)))
  return row ?? null
}
