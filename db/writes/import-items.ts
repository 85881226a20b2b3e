import { and, eq, sql } from "drizzle-orm"
import type { Connection } from "@/db/connect"
import { type ItemState, importItems } from "@/db/schema/import"

/** How long a process holds a file without a sign of life. Another one takes it up afterwards. */
export const claimSeconds = 20
/** A file that was taken up this often and never finished brings down whoever reads it. */
export const mostAttempts = 3

export type ClaimedItem = {
  jobId: string
  ordinal: number
  fileName: string
  bytes: Uint8Array
  attempts: number
  answers: unknown
}

/** A file to be read later; `refused` is the outcome of one that is refused at once, and is not kept. */
export type NewItem = {
  jobId: string
  fileName: string
  bytes: Uint8Array
  answers: unknown
  refused: unknown
}

/** Appends a file to an import; the caller holds the import's row. */
export async function insertItem(tx: Connection, item: NewItem): Promise<void> {
  const { jobId, fileName, bytes, answers, refused } = item
  const [last] = await tx
    .select({ ordinal: sql<number>`coalesce(max(${importItems.ordinal}), 0)::int` })
    .from(importItems)
    .where(eq(importItems.jobId, jobId))
  const common = { jobId, ordinal: (last?.ordinal ?? 0) + 1, fileName, size: bytes.length, answers }
  const isOver = { state: "refused", outcome: refused, finishedAt: new Date() } as const
  await tx.insert(importItems).values(refused === null ? { ...common, bytes } : { ...common, ...isOver })
}

/** Takes the next file that nobody holds, of one import or of all, oldest first; null where there is none. Two processes
 * never take the same one; one left by a process that died is taken again when its time is over, or the clock was moved. */
export async function claimItem(
  db: Connection,
  claimedBy: string,
  jobId: string | null,
): Promise<ClaimedItem | null> {
  const [row] = await db.execute<ClaimedItem>(sql`
    update import_items set state = 'reading', claimed_by = ${claimedBy}, attempts = attempts + 1,
      claimed_until = clock_timestamp() + make_interval(secs => ${claimSeconds})
    where (job_id, ordinal) = (
      select i.job_id, i.ordinal from import_items i join import_jobs j on j.id = i.job_id
      where (i.state = 'waiting' or (i.state = 'reading' and i.claimed_until not between clock_timestamp()
          and clock_timestamp() + make_interval(secs => ${2 * claimSeconds})))
        ${jobId === null ? sql`` : sql`and i.job_id = ${jobId}`}
      order by j.created_at, i.job_id, i.ordinal limit 1 for update of i skip locked)
    returning job_id as "jobId", ordinal, file_name as "fileName", bytes, attempts, answers`)
  return row ?? null
}

/** Says that the process still reads its file. */
export async function prolongClaim(db: Connection, claimedBy: string): Promise<void> {
  await db.execute(sql`
    update import_items set claimed_until = clock_timestamp() + make_interval(secs => ${claimSeconds})
    where claimed_by = ${claimedBy} and state = 'reading'`)
}

/** Gives a file back that could not be finished for a reason of our own; it is tried again, not for ever, unless the file had
 * no part in it (`blameless`). */
export async function releaseItem(
  db: Connection,
  claimedBy: string,
  { jobId, ordinal }: Pick<ClaimedItem, "jobId" | "ordinal">,
  blameless: boolean,
): Promise<void> {
  await db.execute(sql`
    update import_items set state = 'waiting', claimed_by = null, claimed_until = null,
      attempts = attempts - ${blameless ? 1 : 0}
    where job_id = ${jobId} and ordinal = ${ordinal} and claimed_by = ${claimedBy} and state = 'reading'`)
}

/** Says what became of a file that this process holds. False where it no longer does: another one has taken it up, and
 * the caller's transaction must not stand. */
export async function finishItem(
  tx: Connection,
  claimedBy: string,
  { jobId, ordinal }: Pick<ClaimedItem, "jobId" | "ordinal">,
  state: Exclude<ItemState, "waiting" | "reading">,
  outcome: unknown,
): Promise<boolean> {
  const isOver = state !== "question"
  const rows = await tx
    .update(importItems)
    .set({
      ...{ state, outcome, claimedBy: null, claimedUntil: null },
      ...(isOver ? { bytes: null, finishedAt: sql`clock_timestamp()` } : {}),
    })
    .where(
      and(
        ...[eq(importItems.jobId, jobId), eq(importItems.ordinal, ordinal)],
        ...[eq(importItems.claimedBy, claimedBy), eq(importItems.state, "reading")],
      ),
    )
    .returning({ ordinal: importItems.ordinal })
  return rows.length === 1
}
