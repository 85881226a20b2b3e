import { randomUUID } from "node:crypto"
import { importJobs } from "@/db/schema/import"
import { insertAudit } from "@/db/writes/insert-audit"
import { asActor, type Desk, requireRight } from "@/services/desk"

/** Begins an import that files are then added to. `region` settles names that several towns have. Returns its id. */
export async function beginImport(desk: Desk, region: number | null): Promise<string> {
  requireRight(desk, "reports.import")
  const id = randomUUID()
  await asActor(desk, async (tx) => {
    await tx.insert(importJobs).values({ id, region, createdById: desk.actor.id, createdBy: desk.actor.name })
    const subject = `import:${id}`
    await insertAudit(tx, { action: "import.begin", countyCode: region, subject })
  })
  return id
}
