"use server"

import { redirect } from "next/navigation"
import { type Reply, reply, text } from "@/app/reply"
import { type AccountChange, changeAccount } from "@/services/accounts/change-account"
import { createAccount } from "@/services/accounts/create-account"

const townIn = (form: FormData) => Number(text(form, "town")) || null

/** Makes an account. */
export async function create(_: Reply, form: FormData): Promise<Reply> {
  const refused = await reply((desk) =>
    createAccount(desk, {
      ...{ username: text(form, "username"), name: text(form, "name"), password: text(form, "password") },
      ...{ role: text(form, "role") as "reviewer", townCode: townIn(form) },
    }),
  )
  if (refused) return refused
  redirect("/accounts?done=created")
}

/** Changes role or town, disables, enables, or gives a first password again. */
export async function change(_: Reply, form: FormData): Promise<Reply> {
  const asked = text(form, "change")
  const wanted: AccountChange =
    asked === "place"
      ? { change: "place", role: text(form, "role"), townCode: townIn(form) }
      : asked === "reset"
        ? { change: "reset", password: text(form, "password") }
        : { change: asked === "enable" ? "enable" : "disable" }
  const refused = await reply((desk) => changeAccount(desk, text(form, "account"), wanted))
  if (refused) return refused
  redirect("/accounts?done=saved")
}
