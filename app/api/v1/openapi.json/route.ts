import { describeApi } from "@/services/api/describe-api"

/** What the interface offers, in OpenAPI 3.1. It says nothing of any figure, so that anybody may read it. */
export function GET(): Response {
  return Response.json(describeApi())
}
