import { openReadingDesk } from "@/app/reading-desk"
import { answerRequest, NotValid } from "@/services/api/answer-request"
import { isResource } from "@/services/api/parameters"
import { type ProblemDetails, problem, problemOf } from "@/services/api/problem-details"
import { readConfig } from "@/services/config"
import { isDatabaseAway, Problem } from "@/services/problem"

/** The interface for machines: what pages show, as JSON or CSV. Described at /api/v1/openapi.json. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ resource: string }> },
): Promise<Response> {
  const { resource } = await params
  if (!isResource(resource)) return refuse(problem(404))
  try {
    const desk = await openReadingDesk()
    const outcome = readConfig(process.env)
    const { status, headers, body } = await answerRequest(
      desk,
      "config" in outcome ? outcome.config.region : null,
      {
        resource,
        query: new URL(request.url).searchParams,
        accept: request.headers.get("accept") ?? "",
        ifNoneMatch: request.headers.get("if-none-match"),
      },
    )
    return new Response(body, { status, headers })
  } catch (error) {
    if (error instanceof NotValid) return refuse(problem(400, { errors: error.faults }))
    if (error instanceof Problem) return refuse(problemOf(error.code))
    if (isDatabaseAway(error)) return refuse(problem(503))
    throw error
  }
}

function refuse(details: ProblemDetails): Response {
  return new Response(JSON.stringify(details), {
    status: details.status,
    headers: {
      "content-type": "application/problem+json; charset=utf-8",
      "cache-control": "no-store",
      ...(details.status === 503 ? { "retry-after": "5" } : {}),
    },
  })
}
