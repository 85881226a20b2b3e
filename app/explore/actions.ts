"use server"

import { revalidatePath } from "next/cache"
import { type Reply, reply, text } from "@/app/reply"
import { changeSavedView } from "@/services/change-saved-view"
import { saveView } from "@/services/save-view"
import { exploreHref } from "@/statistics/explore-state"
import { parseAddress } from "@/statistics/parse-explore"

/** Keeps the view that the form names, under the title that it gives. What is kept is the state as its address writes it. */
export async function keepView(_: Reply, form: FormData): Promise<Reply> {
  const address = exploreHref(parseAddress(text(form, "address")), "").replace(/^\?/, "")
  const done = await reply((desk) => saveView(desk, { title: text(form, "title"), address }))
  revalidatePath("/explore")
  return done
}

/** Moves or removes a kept view, as the button says. */
export async function changeView(_: Reply, form: FormData): Promise<Reply> {
  const action = text(form, "act") as "up"
  const done = await reply((desk) => changeSavedView(desk, { id: text(form, "id"), action }))
  revalidatePath("/explore")
  return done
}
