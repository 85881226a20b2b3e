import { and, eq, sql } from "drizzle-orm"
import { importItems } from "@/db/schema/import"
import { insertAudit } from "@/db/writes/insert-audit"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { Problem } from "@/services/problem"

/** Says that a file whose question waits is not to be imported: it is let go of, and the import says so. Throws Problem:
 * not_found, changed_meanwhile where it asks nothing any more. */
export async function dismissImport(desk: Desk, jobId: string, ordinal: number): Promise<void> {
  requireRight(desk, "reports.import")
  await asActor(desk, async (tx) => {
    const ofItem = and(eq(importItems.jobId, jobId), eq(importItems.ordinal, ordinal))
    const [item] = await tx
      .select({ state: importItems.state, fileName: importItems.fileName })
      .from(importItems)
      .where(ofItem)
      .for("update")
    if (!item) throw new Problem("not_found")
    if (item.state !== "question") throw new Problem("changed_meanwhile")
    const outcome = { outcome: "refused", problem: "import_dismissed" }
    const finishedAt = sql`clock_timestamp()`
    await tx.update(importItems).set({ state: "refused", outcome, bytes: null, finishedAt }).where(ofItem)
    await insertAudit(tx, {
      ...{ action: "import.dismiss", countyCode: null, subject: `import:${jobId}` },
      after: { ordinal, fileName: item.fileName },
    })
  })
}
