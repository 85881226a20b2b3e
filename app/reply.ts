import { readLocale } from "@/app/locale"
import { openDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import type { Desk } from "@/services/desk"
import { isDatabaseAway, isDiskFull, Problem } from "@/services/problem"

/** What a form gets back: nothing, or why nothing was saved. */
export type Reply = { problem: string } | null

/** Does an action's work at the desk of whoever sent it; a broken rule comes back in their language. */
export async function reply(work: (desk: Desk) => Promise<unknown>): Promise<Reply> {
  try {
    await work(await openDesk())
    return null
  } catch (error) {
    return refusalOf(error)
  }
}

/** A problem in the reader's language; any other error is thrown on. */
export async function refusalOf(error: unknown): Promise<{ problem: string }> {
  const locale = await readLocale()
  if (error instanceof Problem) {
    if (error.code === "sign_in_waits") {
      const minutes = Math.max(1, Math.ceil(Number(error.detail) / 60))
      return { problem: translate(locale, "account")("waits", { minutes }) }
    }
    return { problem: translate(locale, "problem")(error.code) }
  }
  if (isDiskFull(error)) return { problem: translate(locale, "ui")("full") }
  if (isDatabaseAway(error)) return { problem: translate(locale, "ui")("away.title") }
  throw error
}

/** A field of a form as text; empty where it was not sent. */
export const text = (form: FormData, name: string) => String(form.get(name) ?? "")
