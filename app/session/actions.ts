"use server"

import { headers } from "next/headers"
import { redirect } from "next/navigation"
import { type Reply, refusalOf, text } from "@/app/reply"
import { deskFor, findThisVisitor, keepSession, requireOwnOrigin } from "@/app/visitor"
import { endSession } from "@/services/accounts/own-sessions"
import { signIn } from "@/services/accounts/sign-in"
import { publicActor } from "@/services/desk"

/** Signs in and goes on to where the person was heading, within this site only. */
export async function signInHere(_: Reply, form: FormData): Promise<Reply> {
  const to = text(form, "to")
  try {
    await requireOwnOrigin()
    const desk = await deskFor({ actor: publicActor })
    const userAgent = (await headers()).get("user-agent")
    await keepSession(
      await signIn(desk, { username: text(form, "username"), password: text(form, "password"), userAgent }),
    )
  } catch (error) {
    return refusalOf(error)
  }
  redirect(/^\/(?![/\\])/.test(to) ? to : "/")
}

/** Ends this session. */
export async function signOutHere(): Promise<void> {
  await requireOwnOrigin()
  const visitor = await findThisVisitor()
  if (visitor.session) await endSession(await deskFor(visitor), visitor.session.id, true)
  await keepSession(null)
  redirect("/sign-in")
}
