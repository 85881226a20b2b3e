"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { readLocale } from "@/app/locale"
import { type Reply, refusalOf, text } from "@/app/reply"
import { openDesk } from "@/app/with-desk"
import { roundHalfUp } from "@/catalogue/format"
import { waitingStates } from "@/catalogue/question"
import { answerQuestion } from "@/services/answer-question"
import { askTown } from "@/services/ask-town"
import type { Desk } from "@/services/desk"
import { Problem } from "@/services/problem"
import { proposeCorrection } from "@/services/propose-correction"
import { type Settlement, settleQuestion } from "@/services/settle-question"
import { viewQuestion } from "@/services/view-questions"

/** Refused or not, the page is drawn as things stand now. A thread that moved on meanwhile is shown by itself, with what
 * became of it, as its form is no longer on the page of all threads. */
async function reply(form: FormData, work: (desk: Desk) => Promise<unknown>): Promise<Reply> {
  let moved: string | null = null
  let refused: Reply = null
  try {
    await work(await openDesk())
  } catch (error) {
    refused = await refusalOf(error)
    const isLate =
      error instanceof Problem && (error.code === "changed_meanwhile" || error.code === "question_closed")
    if (isLate && text(form, "page") === "questions") moved = await movedOn(text(form, "question"))
  }
  revalidatePath("/", "layout")
  if (moved) redirect(moved)
  return refused
}

/** Where a thread that does not wait for this person any more is shown; null for one that still does. */
async function movedOn(id: string): Promise<string | null> {
  const desk = await openDesk()
  const thread = await viewQuestion(desk, id, await readLocale())
  const side = desk.actor.role === "reviewer" ? "reviewer" : "town_officer"
  if (!thread || thread.state === waitingStates[side]) return null
  return `/questions/${id}?late=1`
}

/** Ask a town about its report. */
export async function ask(_: Reply, form: FormData): Promise<Reply> {
  const [town = "", year = ""] = text(form, "report").split("/")
  return reply(form, (desk) =>
    askTown(desk, {
      ...{
        townCode: town || text(form, "town"),
        year: year || text(form, "year"),
        words: text(form, "words"),
      },
      ...{ candidateId: text(form, "candidate") || null, findingId: text(form, "finding") || null },
      ...{ metric: text(form, "metric") || null },
      ...{ start: text(form, "start") || null, end: text(form, "end") || null },
    }),
  )
}

/** Answer in words, or with a figure and its source where either is filled in. */
export async function answer(_: Reply, form: FormData): Promise<Reply> {
  const isFigure = text(form, "value").trim() !== "" || text(form, "source").trim() !== ""
  return reply(form, (desk) =>
    answerQuestion(desk, {
      ...{ questionId: text(form, "question"), seen: text(form, "seen") },
      ...{ action: isFigure ? "propose" : "answer", words: text(form, "words") },
      ...(isFigure ? { value: figureOf(form), source: text(form, "source") } : {}),
    }),
  )
}

/** Propose another figure for a reading of the own town's report. */
export async function propose(_: Reply, form: FormData): Promise<Reply> {
  return reply(form, (desk) =>
    proposeCorrection(desk, {
      ...{ townCode: text(form, "town"), year: text(form, "year"), candidateId: text(form, "candidate") },
      ...{ value: figureOf(form), source: text(form, "source"), words: text(form, "words") },
    }),
  )
}

/** Take, decline, ask on or close. */
export async function settle(_: Reply, form: FormData): Promise<Reply> {
  return reply(form, (desk) =>
    settleQuestion(desk, {
      ...{ questionId: text(form, "question"), seen: text(form, "seen"), words: text(form, "words") },
      action: text(form, "action") as Settlement["action"],
    }),
  )
}

/** The figure as it was typed, full-width digits and thousands separators too, in the metric's own unit; not a number
 * where it is none, null where nothing was typed. */
function figureOf(form: FormData): number | null {
  const typed = text(form, "value").normalize("NFKC").replace(/[\s,]/g, "")
  if (typed === "") return null
  return /^\d+(\.\d+)?$/.test(typed)
    ? roundHalfUp(Number(typed) * Number(text(form, "scale") || 1), 2)
    : Number.NaN
}
