import { sql } from "drizzle-orm"
import { insertItem } from "@/db/writes/import-items"
import type { Refusal } from "@/documents/document"
import { archiveLimit, filesLimit, sizeLimit } from "@/documents/limits"
import { isArchive } from "@/documents/read-archive"
import { asActor, type Desk, requireRight } from "@/services/desk"
import type { Answers, FileToImport } from "@/services/import-report"
import { Problem } from "@/services/problem"

/** A file's name as a person knows it, with its folders: for display only, nothing is ever opened or written by it. */
function displayName(name: string): string {
  const parts = name.split(/[\\/]+/).filter((part) => part !== "" && part !== "." && part !== "..")
  return parts.join("/").replace(/\p{C}/gu, "").slice(-200) || "?"
}

/** Adds a file to an import: it is on the disk when this returns, and is read later, once. A file over the limits stands
 * in the list as refused, without its bytes. Throws Problem: not_found, too_many_files. */
export async function addFile(
  desk: Desk,
  jobId: string,
  { fileName, bytes }: FileToImport,
  answers: Answers = {},
): Promise<void> {
  requireRight(desk, "reports.import")
  const refusal: Refusal | null =
    bytes.length === 0
      ? "empty"
      : bytes.length > (isArchive(bytes) ? archiveLimit : sizeLimit)
        ? "too_large"
        : null
  await asActor(desk, async (tx) => {
    const [job] = await tx.execute<{ files: number }>(sql`
      select (select count(*)::int from import_items where job_id = id) as files
      from import_jobs where id = ${jobId} for update`)
    if (!job) throw new Problem("not_found")
    if (job.files >= filesLimit) throw new Problem("too_many_files")
    const refused = refusal && { outcome: "refused", refusal }
    await insertItem(tx, { jobId, fileName: displayName(fileName), bytes, answers, refused })
  })
}

/** The same name rules for files that come out of an archive. */
export const nameInArchive = (archive: string, name: string) => displayName(`${archive}/${displayName(name)}`)
