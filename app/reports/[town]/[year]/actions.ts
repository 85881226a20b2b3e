"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { readLocale } from "@/app/locale"
import { openDesk } from "@/app/with-desk"
import { translate } from "@/catalogue/translate"
import { acceptReport } from "@/services/accept-report"
import { chooseVersion } from "@/services/choose-version"
import { type DecisionInput, decideCandidate } from "@/services/decide-candidate"
import type { Desk } from "@/services/desk"
import { isDatabaseAway, Problem } from "@/services/problem"

/** What a form of the review desk gets back: nothing, or why nothing was saved. */
export type Reply = { problem: string } | null

async function reply(work: (desk: Desk) => Promise<unknown>): Promise<Reply> {
  const locale = await readLocale()
  try {
    await work(await openDesk())
  } catch (error) {
    if (error instanceof Problem) {
      revalidatePath("/reports", "layout")
      return { problem: translate(locale, "problem")(error.code) }
    }
    if (isDatabaseAway(error)) return { problem: translate(locale, "ui")("away.title") }
    throw error
  }
  revalidatePath("/", "layout")
  return null
}

const text = (form: FormData, name: string) => String(form.get(name) ?? "")

/** Accept, correct, reject or undo one reading. */
export async function decide(_: Reply, form: FormData): Promise<Reply> {
  return reply((desk) =>
    decideCandidate(desk, {
      townCode: text(form, "town"),
      candidateId: text(form, "candidate"),
      seen: text(form, "seen"),
      action: text(form, "action") as DecisionInput["action"],
      value:
        text(form, "value").trim() === ""
          ? null
          : Number(text(form, "value")) * Number(text(form, "scale") || 1),
      note: text(form, "note"),
    }),
  )
}

/** Accept every reading that no finding points at. */
export async function acceptAll(_: Reply, form: FormData): Promise<Reply> {
  return reply((desk) => acceptReport(desk, Number(text(form, "town")), Number(text(form, "year"))))
}

/** Let one version of the report count, and show it. */
export async function chooseThis(_: Reply, form: FormData): Promise<Reply> {
  const [town, year] = [Number(text(form, "town")), Number(text(form, "year"))]
  const answer = await reply((desk) => chooseVersion(desk, town, year, Number(text(form, "version"))))
  if (answer) return answer
  redirect(`/reports/${town}/${year}`)
}
