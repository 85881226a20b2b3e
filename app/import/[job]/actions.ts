"use server"

import { revalidatePath } from "next/cache"
import { readLocale } from "@/app/locale"
import { openDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { answerImport } from "@/services/answer-import"
import { isDatabaseAway, Problem } from "@/services/problem"
import { wakeImports } from "@/services/wake-imports"

/** What a form of an import gets back: nothing, or why nothing was done. */
type Reply = { problem: string } | null

/** A person's answer to what a file does not say; the file is then read again. */
export async function answer(_: Reply, form: FormData): Promise<Reply> {
  const locale = await readLocale()
  const number = (name: string) => Number(form.get(name)) || null
  const jobId = String(form.get("job"))
  const metrics = form.getAll("metric").map(String)
  const headers = form.getAll("header").map(String)
  const columns = Object.fromEntries(headers.map((header, index) => [header, metrics[index] || null]))
  try {
    await answerImport(await openDesk(), {
      ...{ jobId, ordinal: Number(form.get("ordinal")), townCode: number("town"), year: number("year") },
      columns: headers.length > 0 ? columns : null,
    })
  } catch (error) {
    if (error instanceof Problem) return { problem: translate(locale, "problem")(error.code) }
    if (isDatabaseAway(error)) return { problem: translate(locale, "ui")("away.title") }
    throw error
  }
  wakeImports()
  revalidatePath(`/import/${jobId}`)
  return null
}
