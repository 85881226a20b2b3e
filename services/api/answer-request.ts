import { createHash } from "node:crypto"
import { townOf, townsOfCounty } from "@/catalogue/divisions"
import { readRevision } from "@/db/reads/read-revision"
import { listHeldOf, lists, metricRows, townRow } from "@/services/api/list-rows"
import { type Asked, parameters, type ResourceName, type YearsAsked } from "@/services/api/parameters"
import { type Fault, faultsOf } from "@/services/api/problem-details"
import { csvOf } from "@/services/api/write-csv"
import { asReader, type Desk, requireRight } from "@/services/desk"
import { findRegion } from "@/services/find-region"

/** An answer to be sent: `body` is null where what the asker holds still holds. */
export type Answer = { status: 200 | 304; headers: Readonly<Record<string, string>>; body: string | null }

/** What a program asks for: the names and values of its address, what it would rather have, and the mark of an answer that it
 * holds. */
export type ApiRequest = {
  resource: ResourceName
  query: URLSearchParams
  accept: string
  ifNoneMatch: string | null
}

/** Parameters that do not fit, each by name. Nothing was read. */
export class NotValid extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(({ name, reason }) => `${name}: ${reason}`).join("; "))
    this.name = "NotValid"
  }
}

type Common = { town?: number[]; years?: YearsAsked; limit: number; cursor?: number; format?: "json" | "csv" }
type Cells = Common & { metric?: Asked["metrics"]; asof?: string }

/** Answers from the very reads that pages use, as the desk's actor. The mark of an answer (ETag) goes by the revision of the
 * counties' data, the address and what the actor may see, so that one that still holds costs a look. Throws NotValid, Problem. */
export async function answerRequest(
  desk: Desk,
  installed: number | null,
  { resource, query, accept, ifNoneMatch }: ApiRequest,
): Promise<Answer> {
  requireRight(desk, resource === "findings" ? "reports.read" : "figures.read")
  const parsed = parameters[resource].safeParse(grouped(query))
  if (!parsed.success) throw new NotValid(faultsOf(parsed.error))
  const asked = parsed.data as Cells
  const isCsv = asked.format === "csv" || (asked.format === undefined && /\btext\/csv\b/.test(accept))
  const all = resource === "metrics" ? [] : (asked.town ?? (await ownTowns(desk, installed)))
  const towns = all.filter((code) => code > (asked.cursor ?? 0)).slice(0, asked.limit ?? all.length)
  const last = towns.at(-1)
  const next = last !== undefined && last !== all.at(-1) ? String(last) : null
  const { role, townCode } = desk.actor
  const counties = [...new Set(towns.map((code) => Math.floor(code / 1000)))]
  const answer = await asReader(desk, async (tx) => {
    const revision = await readRevision(tx, counties)
    const seen = [revision, role, townCode, query.toString(), isCsv, towns.length]
    const etag = `"${createHash("sha256").update(JSON.stringify(seen)).digest("base64url").slice(0, 27)}"`
    if (holds(ifNoneMatch, etag)) return { etag, page: null }
    if (resource === "metrics") return { etag, page: { rows: metricRows(), next: null } }
    if (resource === "towns") {
      const rows = towns.flatMap((code) => townOf(code) ?? []).map(townRow)
      return { etag, page: { rows, next } }
    }
    const open = { from: asked.years?.from ?? 0, to: asked.years?.to ?? 9999 }
    const known = { towns, metrics: asked.metric ?? null, asOf: asked.asof ?? null }
    const held = await listHeldOf(tx, { ...known, years: open })
    const reached = held.map(({ year }) => year)
    const years = {
      from: asked.years?.from ?? Math.min(...reached),
      to: asked.years?.to ?? Math.max(...reached),
    }
    const rows =
      Number.isFinite(years.from + years.to) && years.from <= years.to
        ? await lists[resource](tx, { ...known, years }, held)
        : []
    return { etag, page: { rows, next } }
  })
  const headers = {
    etag: answer.etag,
    "cache-control": "private, no-cache",
    vary: "accept, cookie",
    ...(next ? { link: `<${linkTo(resource, query, next)}>; rel="next"` } : {}),
  }
  if (!answer.page) return { status: 304, headers, body: null }
  const type = isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8"
  const body = isCsv ? csvOf(resource, answer.page.rows) : JSON.stringify({ data: answer.page.rows, next })
  return { status: 200, headers: { ...headers, "content-type": type }, body }
}

/** Repeated names as one list. */
function grouped(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(",")]))
}

async function ownTowns(desk: Desk, installed: number | null): Promise<readonly number[]> {
  const { county } = await findRegion(desk, null, installed)
  return county ? townsOfCounty(county.code).map(({ code }) => code) : []
}

const holds = (held: string | null, etag: string) =>
  held?.split(",").some((each) => each.trim().replace(/^W\//, "") === etag) ?? false

function linkTo(resource: ResourceName, query: URLSearchParams, cursor: string): string {
  const after = new URLSearchParams(query)
  after.set("cursor", cursor)
  return `/api/v1/${resource}?${after}`
}
