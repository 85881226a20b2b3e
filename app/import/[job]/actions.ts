"use server"

import { revalidatePath } from "next/cache"
import { type Reply, reply } from "@/app/reply"
import { answerImport } from "@/services/answer-import"
import { dismissImport } from "@/services/dismiss-import"
import { wakeImports } from "@/services/wake-imports"

/** A person's answer to what a file does not say; the file is then read again, or let go of. */
export async function answer(_: Reply, form: FormData): Promise<Reply> {
  const number = (name: string) => Number(form.get(name)) || null
  const jobId = String(form.get("job"))
  const metrics = form.getAll("metric").map(String)
  const headers = form.getAll("header").map(String)
  const columns = Object.fromEntries(headers.map((header, index) => [header, metrics[index] || null]))
  const ordinal = Number(form.get("ordinal"))
  const refused = await reply((desk) =>
    form.get("dismiss") === "yes"
      ? dismissImport(desk, jobId, ordinal)
      : answerImport(desk, {
          ...{ jobId, ordinal, townCode: number("town"), year: number("year") },
          columns: headers.length > 0 ? columns : null,
        }),
  )
  if (refused) return refused
  wakeImports()
  revalidatePath(`/import/${jobId}`)
  return null
}
