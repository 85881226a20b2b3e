import { whole } from "@/app/parse-address"
import { openDesk } from "@/app/with-desk"
import { meetOthers } from "@/services/meet-others"
import { isDatabaseAway, Problem } from "@/services/problem"

type Context = { params: Promise<{ town: string; year: string }> }

/** An open page's sign of life; answers who else has the report open, and how much has happened to it. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { town, year } = await params
  try {
    return Response.json(await meetOthers(await openDesk(true), whole(town) ?? 0, whole(year) ?? 0))
  } catch (error) {
    if (isDatabaseAway(error)) return new Response(null, { status: 503 })
    if (error instanceof Problem)
      return new Response(null, { status: error.code === "not_found" ? 404 : 403 })
    throw error
  }
}
