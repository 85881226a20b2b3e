"use server"

import { cookies } from "next/headers"
import { text } from "@/app/reply"
import { type Theme, themes } from "@/catalogue/theme"

const options = { maxAge: 31_536_000, sameSite: "lax", httpOnly: true, path: "/" } as const

/** How the reader wants pages to look, from their cookies: the theme, and whether it is 长者模式. */
export async function readLook(): Promise<{ theme: Theme; isElder: boolean }> {
  const jar = await cookies()
  const value = jar.get("fadu-theme")?.value
  const theme = themes.find((one) => one === value) ?? "system"
  return { theme, isElder: jar.get("fadu-elder")?.value === "on" }
}

/** The theme that the form's button names from now on, for a year; what is no theme leaves all as it is. */
export async function switchTheme(form: FormData): Promise<void> {
  const theme = themes.find((one) => one === text(form, "theme"))
  if (theme) (await cookies()).set("fadu-theme", theme, options)
}

/** Into 长者模式 or out of it, for a year. */
export async function switchElder(): Promise<void> {
  const { isElder } = await readLook()
  ;(await cookies()).set("fadu-elder", isElder ? "off" : "on", options)
}
