import { sql } from "drizzle-orm"
import {
  type ClaimedItem,
  claimItem,
  claimSeconds,
  finishItem,
  insertItem,
  mostAttempts,
  prolongClaim,
  releaseItem,
} from "@/db/writes/import-items"
import type { Refusal } from "@/documents/document"
import { filesLimit } from "@/documents/limits"
import { isArchive } from "@/documents/read-archive"
import { nameInArchive } from "@/services/add-file"
import { askReader } from "@/services/ask-reader"
import { asActor, type Desk } from "@/services/desk"
import { type Answers, type ImportOutcome, importReport } from "@/services/import-report"
import { isDatabaseAway, isDiskFull, Problem } from "@/services/problem"

/** Another process took the file up because this one was silent too long: what it did must not stand. */
class ClaimLost extends Error {}

type Job = { region: number | null; createdById: string; createdBy: string; files: number }

/** Imports run in the name of whoever began them. */
const deskOf = (desk: Desk, { createdById, createdBy }: Job): Desk => ({
  ...desk,
  actor: { id: createdById, name: createdBy, role: "reviewer", townCode: null },
})

/**
 * Takes the next file of an import, or of all imports, reads it and writes what became of it, in one transaction with what
 * it stored: cut off at any point, the file is taken up again and is there once. `runner` names the process. Returns false
 * where no file was free.
 */
export async function readNextFile(
  desk: Desk,
  runner: string,
  jobId: string | null = null,
): Promise<boolean> {
  const item = await asActor(desk, (tx) => claimItem(tx, runner, jobId))
  if (!item) return false
  const beat = setInterval(
    () => void asActor(desk, (tx) => prolongClaim(tx, runner)).catch(() => {}),
    (claimSeconds * 1000) / 4,
  )
  try {
    const [job] = await asActor(desk, (tx) =>
      tx.execute<Job>(sql`
        select region, created_by_id as "createdById", created_by as "createdBy", (select count(*)::int from import_items where job_id = id) as files
        from import_jobs where id = ${item.jobId}`),
    )
    if (job) await readItem(deskOf(desk, job), runner, item, job)
  } catch (error) {
    if (error instanceof ClaimLost) return true
    const blameless = isDatabaseAway(error) || isDiskFull(error)
    await asActor(desk, (tx) => releaseItem(tx, runner, item, blameless)).catch(() => {})
    throw error
  } finally {
    clearInterval(beat)
  }
  return true
}

async function readItem(desk: Desk, runner: string, item: ClaimedItem, job: Job): Promise<void> {
  const refuse = async (refusal: Refusal) => {
    await asActor(desk, (tx) => finishItem(tx, runner, item, "refused", { outcome: "refused", refusal }))
  }
  if (item.attempts > mostAttempts) return refuse("too_heavy")
  if (isArchive(item.bytes)) return unpackItem(desk, runner, item, job, refuse)
  const file = { fileName: item.fileName, bytes: item.bytes }
  const outcome = await importReport(
    desk,
    file,
    job.region,
    item.answers as Answers,
    async (tx, imported) => {
      if (!(await finishItem(tx, runner, item, "imported", imported))) throw new ClaimLost()
    },
  ).catch((error: unknown): ImportOutcome | { outcome: "refused"; problem: string } => {
    if (error instanceof Problem) return { outcome: "refused", problem: error.code }
    throw error
  })
  if (outcome.outcome !== "imported")
    await asActor(desk, (tx) => finishItem(tx, runner, item, outcome.outcome, outcome))
}

/** The files of an archive become items of the same import, all or none. */
async function unpackItem(
  desk: Desk,
  runner: string,
  item: ClaimedItem,
  job: Job,
  refuse: (refusal: Refusal) => Promise<void>,
): Promise<void> {
  const archive = await askReader({ kind: "archive", bytes: item.bytes })
  if (!archive.ok) return refuse(archive.refusal)
  const { files } = archive
  if (job.files - 1 + files.length > filesLimit) return refuse("too_many_files")
  await asActor(desk, async (tx) => {
    await tx.execute(sql`select from import_jobs where id = ${item.jobId} for update`)
    for (const { name, bytes } of files) {
      const refusal = bytes.length === 0 ? "empty" : isArchive(bytes) ? "archive_in_archive" : null
      const refused = refusal && { outcome: "refused", refusal }
      const fileName = nameInArchive(item.fileName, name)
      await insertItem(tx, { jobId: item.jobId, fileName, bytes, answers: item.answers, refused })
    }
    const outcome = { outcome: "unpacked", files: files.length }
    if (!(await finishItem(tx, runner, item, "unpacked", outcome))) throw new ClaimLost()
  })
}
