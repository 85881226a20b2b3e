"use server"

import { cookies } from "next/headers"
import { text } from "@/app/reply"
import { townOf } from "@/catalogue/divisions"

/** The town that this reader keeps on top of lists, from their cookie; null for none. */
export async function readMyTown(): Promise<number | null> {
  const code = Number((await cookies()).get("fadu-town")?.value)
  return townOf(code) ? code : null
}

/** Keeps the town that the button names on top, for a year; the one that is there already is let go. */
export async function keepMyTown(form: FormData): Promise<void> {
  const code = Number(text(form, "mine"))
  if (!townOf(code)) return
  const options = { sameSite: "lax", httpOnly: true, path: "/" } as const
  const maxAge = code === (await readMyTown()) ? 0 : 31_536_000
  ;(await cookies()).set("fadu-town", String(code), { ...options, maxAge })
}
