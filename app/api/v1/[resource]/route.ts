import { isResource } from "@/services/api/parameters"
import { problem } from "@/services/api/problem-details"
import { readConfig } from "@/services/config"
import { answerApi, refusal, type Sent } from "@/services/site/answer-api"
import { siteDatabase } from "@/services/site-database"

/** The interface for machines: what pages show, as JSON or CSV. Described at /api/v1/openapi.json. The site's own server
 * answers ahead of this (`cli/answer-api.ts`); it is for `npm run dev`, and for what is no resource. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ resource: string }> },
): Promise<Response> {
  const { resource } = await params
  const outcome = readConfig(process.env)
  if (!isResource(resource)) return respond(refusal(problem(404)))
  if ("fault" in outcome) throw new Error(outcome.fault)
  const { headers, url } = request
  return respond(
    await answerApi(siteDatabase(process.env), outcome.config, {
      ...{ resource, query: new URL(url).searchParams, from: headers.get("x-fadu-from") },
      header: (name) => headers.get(name) ?? undefined,
    }),
  )
}

const respond = ({ body, ...rest }: Sent) =>
  new Response(typeof body === "string" || body === null ? body : new Uint8Array(body), rest)
