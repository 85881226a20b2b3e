"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { reply as answer, type Reply, text } from "@/app/reply"
import { acceptReport } from "@/services/accept-report"
import { chooseVersion } from "@/services/choose-version"
import { type DecisionInput, decideCandidate } from "@/services/decide-candidate"
import type { Desk } from "@/services/desk"
import { dismissNumbers, type NumbersInput } from "@/services/dismiss-numbers"
import { enterSource, type SourceInput } from "@/services/enter-source"
import { type FindingInput, judgeFinding } from "@/services/judge-finding"
import { type MarkInput, markFigure } from "@/services/mark-figure"
import { publishReport } from "@/services/publish-report"
import { rereadReport } from "@/services/reread-report"

/** Refused or not, the report is drawn as it stands now. */
async function reply(work: (desk: Desk) => Promise<unknown>): Promise<Reply> {
  const problem = await answer(work)
  revalidatePath(problem ? "/reports" : "/", "layout")
  return problem
}

const at = (form: FormData) => ({ townCode: Number(text(form, "town")), year: Number(text(form, "year")) })
const figure = (form: FormData) => (text(form, "value").trim() === "" ? null : Number(text(form, "value")))

/** Accept, correct, reject or undo one reading. */
export async function decide(_: Reply, form: FormData): Promise<Reply> {
  const value = figure(form)
  return reply((desk) =>
    decideCandidate(desk, {
      townCode: text(form, "town"),
      candidateId: text(form, "candidate"),
      seen: text(form, "seen"),
      action: text(form, "action") as DecisionInput["action"],
      value: value === null ? null : value * Number(text(form, "scale") || 1),
      note: text(form, "note"),
    }),
  )
}

/** Accept every reading that no finding points at. */
export async function acceptAll(_: Reply, form: FormData): Promise<Reply> {
  const { townCode, year } = at(form)
  return reply((desk) => acceptReport(desk, townCode, year))
}

/** Confirm or overrule a finding, or take that back. */
export async function judge(_: Reply, form: FormData): Promise<Reply> {
  return reply((desk) =>
    judgeFinding(desk, {
      ...{
        ...at(form),
        findingId: text(form, "finding"),
        seen: text(form, "seen"),
        note: text(form, "note"),
      },
      action: text(form, "action") as FindingInput["action"],
    }),
  )
}

/** Set numbers of the text aside, or take that back. */
export async function dismiss(_: Reply, form: FormData): Promise<Reply> {
  const starts = text(form, "start").split(",")
  const action = text(form, "action") as NumbersInput["action"]
  return reply((desk) => dismissNumbers(desk, { ...at(form), starts, action }))
}

/** Assign a stretch of the text to a metric. */
export async function assign(_: Reply, form: FormData): Promise<Reply> {
  return reply((desk) =>
    markFigure(desk, {
      ...{ ...at(form), start: text(form, "start"), end: text(form, "end"), metric: text(form, "metric") },
      ...{ kind: text(form, "kind") as MarkInput["kind"], value: figure(form) },
    }),
  )
}

/** Enter a figure that rests on a source beside the report. */
export async function enter(_: Reply, form: FormData): Promise<Reply> {
  return reply((desk) =>
    enterSource(desk, {
      ...{ ...at(form), metric: text(form, "metric"), value: figure(form) },
      ...{ reference: text(form, "reference"), words: text(form, "words") },
      source: text(form, "source") as SourceInput["source"],
    }),
  )
}

/** Publish the report, or a revision of it. */
export async function publish(_: Reply, form: FormData): Promise<Reply> {
  const [seen, reason] = [text(form, "seen"), text(form, "reason")]
  return reply((desk) => publishReport(desk, { ...at(form), seen, reason }))
}

/** Read the text again with today's rules. */
export async function reread(_: Reply, form: FormData): Promise<Reply> {
  const { townCode, year } = at(form)
  return reply((desk) => rereadReport(desk, townCode, year))
}

/** Let one version of the report count, and show it. */
export async function chooseThis(_: Reply, form: FormData): Promise<Reply> {
  const { townCode, year } = at(form)
  const refused = await reply((desk) => chooseVersion(desk, townCode, year, Number(text(form, "version"))))
  if (refused) return refused
  redirect(`/reports/${townCode}/${year}`)
}
