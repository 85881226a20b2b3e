import { drawThis } from "@/app/explore/draw-this"
import { readLocale } from "@/app/locale"
import { openReadingDesk } from "@/app/reading-desk"
import { isDatabaseAway, Problem } from "@/services/problem"
import { parseAddress } from "@/statistics/parse-explore"

/** The view that the address names, drawn for the page that is open; whatever stands in the way is the page's to say. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" }
  try {
    const desk = await openReadingDesk()
    const state = parseAddress(new URL(request.url).search)
    const drawn = await drawThis(desk, state, await readLocale())
    return drawn ? Response.json(drawn, { headers }) : new Response(null, { status: 404, headers })
  } catch (error) {
    if (error instanceof Problem) return new Response(null, { status: 403, headers })
    if (isDatabaseAway(error)) return new Response(null, { status: 503, headers })
    throw error
  }
}
