"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { reply as answer, type Reply, text } from "@/app/reply"
import { acceptReport } from "@/services/accept-report"
import { chooseVersion } from "@/services/choose-version"
import { type DecisionInput, decideCandidate } from "@/services/decide-candidate"
import type { Desk } from "@/services/desk"

/** Refused or not, the report is drawn as it stands now. */
async function reply(work: (desk: Desk) => Promise<unknown>): Promise<Reply> {
  const problem = await answer(work)
  revalidatePath(problem ? "/reports" : "/", "layout")
  return problem
}

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
  const refused = await reply((desk) => chooseVersion(desk, town, year, Number(text(form, "version"))))
  if (refused) return refused
  redirect(`/reports/${town}/${year}`)
}
