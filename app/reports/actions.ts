"use server"

import { revalidatePath } from "next/cache"
import { type Reply, reply, text } from "@/app/reply"
import { publishYear } from "@/services/publish-report"

/** Publish every report of a county's year that is done. */
export async function publishAll(_: Reply, form: FormData): Promise<Reply> {
  const [county, year] = [Number(text(form, "county")), Number(text(form, "year"))]
  const problem = await reply((desk) => publishYear(desk, county, year))
  revalidatePath("/", "layout")
  return problem
}
