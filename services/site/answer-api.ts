import type { SealedDatabase } from "@/db/as-actor"
import { findVisitor, type Visitor } from "@/services/accounts/find-visitor"
import { tokenIn } from "@/services/accounts/session-cookie"
import { answerRequest, NotValid } from "@/services/api/answer-request"
import type { ResourceName } from "@/services/api/parameters"
import { type ProblemDetails, problem, problemOf } from "@/services/api/problem-details"
import type { Config } from "@/services/config"
import { publicActor } from "@/services/desk"
import { isDatabaseAway, Problem } from "@/services/problem"
import { type Sharing, shareReading } from "@/services/site/share-reading"

/** A request of the interface for machines, as it came. */
export type ApiCall = {
  resource: ResourceName
  query: URLSearchParams
  header: (name: "accept" | "cookie" | "if-none-match") => string | undefined
  /** The network address that it came from. */
  from: string | null
}
/** What to send back. */
export type Sent = { status: number; headers: Readonly<Record<string, string>>; body: Buffer | string | null }

const visitorsOf = new WeakMap<SealedDatabase, Sharing<Visitor>>()

/** Whoever brings no session. Whether the public may read is asked together with what is read. */
const anybody = { actor: publicActor, session: null }

/** Answers as whoever's session the cookie names, or as the public where reading is open. */
export async function answerApi(
  database: SealedDatabase,
  { address, region }: Pick<Config, "address" | "region">,
  { resource, query, header, from }: ApiCall,
): Promise<Sent> {
  try {
    const token = tokenIn(header("cookie"), address?.protocol === "https:")
    const origin = { channel: "web", address: from } as const
    const visitors = visitorsOf.get(database) ?? shareReading()
    visitorsOf.set(database, visitors)
    const find = () => findVisitor(database, origin, token)
    const { actor, session } = token === null ? anybody : await visitors(token, find)
    if (session?.mustChange) throw new Problem("must_change")
    return await answerRequest({ database, actor, from: origin, now: new Date() }, region, {
      ...{ resource, query, accept: header("accept") ?? "" },
      ifNoneMatch: header("if-none-match") ?? null,
    }).catch(async (error) => {
      // Who may not read at all is told nothing else.
      const tells = error instanceof NotValid || error instanceof Problem
      if (tells && !session && !(await find()).openReading) throw new Problem("signed_out")
      throw error
    })
  } catch (error) {
    if (error instanceof NotValid) return refusal(problem(400, { errors: error.faults }))
    if (error instanceof Problem) return refusal(problemOf(error.code))
    if (isDatabaseAway(error)) return refusal(problem(503))
    console.error(error)
    return refusal(problem(500))
  }
}

/** A refusal as it is sent. */
export function refusal(details: ProblemDetails): Sent {
  return {
    status: details.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...(details.status === 503 ? { "retry-after": "5" } : {}),
    },
    body: JSON.stringify(details),
  }
}
