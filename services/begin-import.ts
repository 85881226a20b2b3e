import { randomUUID } from "node:crypto"
import { importJobs } from "@/db/schema/import"
import { insertAudit } from "@/db/writes/insert-audit"
import type { Desk } from "@/services/desk"
import { requireReviewer } from "@/services/require-reviewer"

/** Begins an import that files are then added to. `region` settles names that several towns have. Returns its id. */
export async function beginImport(desk: Desk, region: number | null): Promise<string> {
  requireReviewer(desk)
  const id = randomUUID()
  await desk.db.transaction(async (tx) => {
    await tx.insert(importJobs).values({ id, region, createdBy: desk.actor.name })
    const subject = `import:${id}`
    await insertAudit(tx, { actor: desk.actor.name, action: "import.begin", countyCode: region, subject })
  })
  return id
}
