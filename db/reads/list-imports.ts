import { asc, desc, eq, sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { importItems, importJobs } from "@/db/schema/import"

/** An import and its files, without their bytes; null where there is none. */
export async function findImport(db: Connection, jobId: string) {
  const [job] = await db.select().from(importJobs).where(eq(importJobs.id, jobId))
  if (!job) return null
  const { ordinal, fileName, size, state, outcome, finishedAt } = importItems
  const items = await db
    .select({ ordinal, fileName, size, state, outcome, finishedAt })
    .from(importItems)
    .where(eq(importItems.jobId, jobId))
    .orderBy(asc(ordinal))
  return { ...job, items }
}

/** The newest imports: how many files, how many are decided, how many ask something. */
export async function listImports(db: Connection, most: number) {
  return db
    .select({
      ...{ id: importJobs.id, createdAt: importJobs.createdAt, createdBy: importJobs.createdBy },
      files: sql<number>`(count(*) filter (where ${importItems.state} <> 'unpacked'))::int`,
      open: sql<number>`(count(*) filter (where ${importItems.state} in ('waiting', 'reading')))::int`,
      questions: sql<number>`(count(*) filter (where ${importItems.state} = 'question'))::int`,
    })
    .from(importJobs)
    .innerJoin(importItems, eq(importItems.jobId, importJobs.id))
    .groupBy(importJobs.id)
    .orderBy(desc(importJobs.createdAt))
    .limit(most)
}

/** How many files wait or are being read, by whomever. */
export async function countOpenItems(db: Connection, jobId: string | null): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count from import_items where state in ('waiting', 'reading')
      ${jobId === null ? sql`` : sql`and job_id = ${jobId}`}`)
  return row?.count ?? 0
}
