import { z } from "zod"
import { parameters, type ResourceName } from "@/services/api/parameters"
import { rows } from "@/services/api/rows"

const summaries: Readonly<Record<ResourceName, string>> = {
  metrics: "指标目录 / What is measured",
  towns: "镇街 / Who reports",
  reports: "持有的报告 / The reports that are held",
  series: "逐年序列，缺口带原因 / A series a town and metric, every gap with its reason",
  observations: "已发布的数字 / Published figures",
  targets: "计划目标 / What plans promise",
  findings: "检查提示（核对人员和本镇街） / Findings of the checks, for reviewers and the town itself",
  completeness: "填报完整度 / How complete what is published is",
  totals:
    "县、市、省和全国的合计，附覆盖 / Totals of counties, prefectures, provinces and the nation, with what they rest on",
}

const jsonSchema = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" })
  return rest
}

const problemAnswer = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/problem" } } },
})

function operation(name: ResourceName) {
  const { properties = {}, required = [] } = jsonSchema(parameters[name], "input") as {
    properties?: Record<string, { description?: string; example?: unknown }>
    required?: readonly string[]
  }
  const asked = Object.entries(properties).map(([parameter, { description, example, ...schema }]) => ({
    ...{ name: parameter, in: "query", required: required.includes(parameter), schema },
    ...(description ? { description } : {}),
    ...(example === undefined ? {} : { example }),
  }))
  const page = {
    type: "object",
    required: ["data", "next"],
    properties: {
      data: { type: "array", items: { $ref: `#/components/schemas/${name}` } },
      next: { type: ["string", "null"], description: "The cursor of the next page" },
    },
  }
  return {
    get: {
      ...{ operationId: name, summary: summaries[name], parameters: asked },
      responses: {
        200: {
          description: "A page; its mark is in ETag, the address of the next in Link",
          headers: { ETag: { schema: { type: "string" } }, Link: { schema: { type: "string" } } },
          content: { "application/json": { schema: page }, "text/csv": { schema: { type: "string" } } },
        },
        304: { description: "What If-None-Match names still holds" },
        400: problemAnswer("A parameter does not fit; `errors` names it"),
        401: problemAnswer("Nobody is signed in and reading is not open"),
        403: problemAnswer("Not for this role"),
        429: problemAnswer("Too many requests"),
        503: problemAnswer("The database is away"),
      },
    },
  }
}

const names = Object.keys(parameters) as ResourceName[]

/** The interface for machines in OpenAPI 3.1, made of the schemas that parse and that shape the answers. */
export function describeApi() {
  const problem = {
    type: "object",
    required: ["type", "title", "status"],
    properties: {
      ...{ type: { type: "string" }, title: { type: "string" }, status: { type: "integer" } },
      detail: { type: "string" },
      errors: {
        type: "array",
        items: {
          type: "object",
          required: ["name", "reason"],
          properties: { name: { type: "string" }, reason: { type: "string" } },
        },
      },
    },
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "法度 Fadu",
      version: "1",
      description:
        "只读接口，与页面同源同权。Reads what the pages show, as whoever is signed in, or as the public where reading is open.",
    },
    paths: Object.fromEntries(names.map((name) => [`/api/v1/${name}`, operation(name)])),
    components: {
      schemas: {
        problem,
        ...Object.fromEntries(names.map((name) => [name, jsonSchema(rows[name], "output")])),
      },
    },
  }
}
