import { headers } from "next/headers"
import { refusalOf } from "@/app/reply"
import { deskFor, findThisVisitor, keepSession, lookAtVisitor, requireOwnOrigin } from "@/app/visitor"
import type { SessionState } from "@/components/account/session-state"
import type { Visitor } from "@/services/accounts/find-visitor"
import { signIn } from "@/services/accounts/sign-in"
import { publicActor } from "@/services/desk"

const stateOf = ({ actor, session }: Visitor): SessionState => ({
  person: session ? actor.id : null,
  secondsLeft: session?.secondsLeft ?? 0,
})

/** How long this session still lasts; asking does not prolong it. */
export async function GET(): Promise<Response> {
  return Response.json(stateOf(await lookAtVisitor()), { headers: { "cache-control": "no-store" } })
}

/** Without a body: the person is still there. With user name and password: signs in again, beside a page that stays. */
export async function POST(request: Request): Promise<Response> {
  try {
    await requireOwnOrigin()
    const form = await request.formData().catch(() => new FormData())
    if (!form.has("username")) return Response.json(stateOf(await findThisVisitor()))
    const desk = await deskFor({ actor: publicActor })
    const userAgent = (await headers()).get("user-agent")
    const [username, password] = [String(form.get("username")), String(form.get("password"))]
    const opened = await signIn(desk, { username, password, userAgent })
    await keepSession(opened)
    const answer: SessionState = { person: opened.accountId, secondsLeft: opened.seconds }
    return Response.json(answer)
  } catch (error) {
    return Response.json(await refusalOf(error), { status: 403 })
  }
}
