"use server"

import { redirect } from "next/navigation"
import { type Reply, reply, text } from "@/app/reply"
import { changeSettings } from "@/services/change-settings"

/** Sets open reading and the idle time. */
export async function saveSettings(_: Reply, form: FormData): Promise<Reply> {
  const refused = await reply((desk) =>
    changeSettings(desk, {
      openReading: form.get("open") === "on",
      idleMinutes: Number(text(form, "minutes")),
    }),
  )
  if (refused) return refused
  redirect("/settings?done=1")
}
