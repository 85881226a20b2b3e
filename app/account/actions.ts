"use server"

import { revalidatePath } from "next/cache"
import { redirect } from "next/navigation"
import { type Reply, refusalOf, text } from "@/app/reply"
import { deskFor, findThisVisitor, requireOwnOrigin } from "@/app/visitor"
import { changePassword } from "@/services/accounts/change-password"
import { endSession } from "@/services/accounts/own-sessions"
import { Problem } from "@/services/problem"

/** The person at the site, also where a first password still has to be changed. */
async function own() {
  await requireOwnOrigin()
  const visitor = await findThisVisitor()
  if (!visitor.session) throw new Problem("signed_out")
  return { desk: await deskFor(visitor), session: visitor.session }
}

/** Changes one's own password. */
export async function changeOwnPassword(_: Reply, form: FormData): Promise<Reply> {
  try {
    const { desk, session } = await own()
    const [old, fresh] = [text(form, "old"), text(form, "fresh")]
    if (fresh !== text(form, "again")) throw new Problem("password_differs")
    await changePassword(desk, session.id, { old, fresh })
  } catch (error) {
    return refusalOf(error)
  }
  redirect("/account?done=1")
}

/** Ends one of one's own sessions elsewhere. */
export async function endOther(_: Reply, form: FormData): Promise<Reply> {
  try {
    const { desk } = await own()
    await endSession(desk, text(form, "session"), false)
  } catch (error) {
    return refusalOf(error)
  }
  revalidatePath("/account")
  return null
}
