"use server"

import { cookies } from "next/headers"
import { type Locale, locales } from "@/catalogue/messages/messages"

/** The reader's language, from their cookie; Chinese first. */
export async function readLocale(): Promise<Locale> {
  const value = (await cookies()).get("fadu-locale")?.value
  return locales.find((locale) => locale === value) ?? "zh"
}

/** The other language from now on, for a year. The page that the form stands on is drawn again. */
export async function switchLocale(): Promise<void> {
  const next = (await readLocale()) === "zh" ? "en" : "zh"
  const options = { maxAge: 31_536_000, sameSite: "lax", httpOnly: true, path: "/" } as const
  ;(await cookies()).set("fadu-locale", next, options)
}
