"use server"

import { redirect } from "next/navigation"
import { type Reply, refusalOf, text } from "@/app/reply"
import { deskFor, requireOwnOrigin } from "@/app/visitor"
import { redeemFirstLink, redeemPasswordLink } from "@/services/accounts/one-time-link"
import { publicActor } from "@/services/desk"
import { Problem } from "@/services/problem"

/** Makes the first accounts, or sets a password, by a one-time link; then on to signing in. */
export async function followLink(_: Reply, form: FormData): Promise<Reply> {
  try {
    await requireOwnOrigin()
    const desk = await deskFor({ actor: publicActor })
    const token = text(form, "token")
    if (text(form, "password") !== text(form, "again")) throw new Problem("password_differs")
    if (text(form, "purpose") === "password") await redeemPasswordLink(desk, token, text(form, "password"))
    else {
      const person = (prefix: string) => ({
        username: text(form, `${prefix}username`),
        name: text(form, `${prefix}name`),
        password: text(form, `${prefix}password`),
      })
      const reviewer = text(form, "reviewer-username").trim() === "" ? null : person("reviewer-")
      await redeemFirstLink(desk, token, { administrator: person(""), reviewer })
    }
  } catch (error) {
    return refusalOf(error)
  }
  redirect("/sign-in?done=1&other=1")
}
