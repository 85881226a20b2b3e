import { createHash } from "node:crypto"
import type { z } from "zod"
import { allCounties, townOf, townsOfCounty } from "@/catalogue/divisions"
import { may } from "@/catalogue/role"
import type { SealedDatabase } from "@/db/as-actor"
import type { Connection } from "@/db/connect"
import type { HeldReport } from "@/db/reads/list-held"
import { readStanding } from "@/db/reads/read-revision"
import { type KeptAnswer, openAnswerCache } from "@/services/api/answer-cache"
import { keepHeld } from "@/services/api/keep-held"
import { findHeld, lists, metricRows, townRow } from "@/services/api/list-rows"
import { divisionsUnder, listTotalRows } from "@/services/api/list-totals"
import { type Asked, parameters, type ResourceName, type YearsAsked } from "@/services/api/parameters"
import { type Fault, faultsOf } from "@/services/api/problem-details"
import { csvOf } from "@/services/api/write-csv"
import { asReader, type Desk, requireRight } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { Problem } from "@/services/problem"
import { shareReading } from "@/services/site/share-reading"

/** An answer to be sent, in UTF-8: `body` is null where what the asker holds still holds. */
export type Answer = { status: 200 | 304; headers: Readonly<Record<string, string>>; body: Buffer | null }

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
type Totals = z.output<(typeof parameters)["totals"]>

/** The reports that the page's counties hold, when somebody asks. */
type AskHeld = () => Promise<readonly HeldReport[]>
/** What is on a page: the divisions whose revision it goes by, the code that the next one begins after, and its rows. */
type Page = {
  counties: readonly number[]
  next: string | null
  read: (tx: Connection, askHeld: AskHeld) => Promise<readonly Record<string, unknown>[]>
}

/** What was answered from a database, and what is being read of it. */
function openKept() {
  const sharing = shareReading<{ etag: string; answer: KeptAnswer | null }>()
  return { cache: openAnswerCache(2000, 50_000_000), heldOf: keepHeld(), sharing }
}
const keptOf = new WeakMap<SealedDatabase, ReturnType<typeof openKept>>()

/** Answers from the very reads that pages use, as the desk's actor; the public is refused unless reading is open at the moment
 * that is read. The mark of an answer (ETag) goes by the revision of the counties' data, the address and what the actor may
 * see, so that one that still holds costs a look; so does one that was given before to somebody who may see the same. Throws
 * NotValid, Problem. */
export async function answerRequest(
  desk: Desk,
  installed: number | null,
  { resource, query, accept, ifNoneMatch }: ApiRequest,
): Promise<Answer> {
  requireRight(desk, resource === "findings" ? "reports.read" : "figures.read")
  const parsed = parameters[resource].safeParse(grouped(query))
  if (!parsed.success) throw new NotValid(faultsOf(parsed.error))
  const { format } = parsed.data
  const isCsv = format === "csv" || (format === undefined && /\btext\/csv\b/.test(accept))
  const page =
    resource === "totals"
      ? totalsPage(parsed.data as Totals)
      : await townsPage(desk, installed, resource, parsed.data as Cells)
  // Row-level security goes by role and town; the office's own county is not in the address.
  const { role, townCode } = desk.actor
  const own = query.has("town") || resource === "totals" ? null : page.counties
  const key = JSON.stringify([role, townCode, resource, query.toString(), isCsv, own])
  const kept = keptOf.get(desk.database) ?? openKept()
  keptOf.set(desk.database, kept)
  const { cache, heldOf, sharing } = kept
  // Where there are standbys, whoever has just written may need another one.
  const { etag, answer } = await sharing(`${key}${ifNoneMatch ?? ""}${desk.actor.wrote ?? ""}`, () =>
    asReader(desk, async (tx) => {
      const known = cache.get(key)
      // A look first where it may be enough. The revision goes ahead of the rows: they may be newer than it says, never older.
      const standing = readStanding(tx, page.counties)
      const read = () => page.read(tx, () => heldOf(tx, page.counties, standing))
      const rows = known || ifNoneMatch ? null : read()
      // Nobody waits for them where there is nothing to say.
      rows?.catch(() => {})
      const { revision, mayRead } = await standing
      if (!mayRead) throw new Problem("signed_out")
      const mark = markOf(key, revision)
      if (holds(ifNoneMatch, mark)) return { etag: mark, answer: null }
      if (known && known.etag === mark) return { etag: mark, answer: known }
      const found = await (rows ?? read())
      const body = isCsv ? csvOf(resource, found) : JSON.stringify({ data: found, next: page.next })
      const answer = { etag: mark, body: Buffer.from(body) }
      cache.set(key, answer)
      return { etag: mark, answer }
    }),
  )
  const headers = {
    etag,
    "cache-control": "private, no-cache",
    vary: "accept, accept-encoding, cookie",
    ...(page.next ? { link: `<${linkTo(resource, query, page.next)}>; rel="next"` } : {}),
  }
  if (!answer) return { status: 304, headers, body: null }
  const type = isCsv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8"
  return { status: 200, headers: { ...headers, "content-type": type }, body: answer.body }
}

/** A page of towns: those that were asked for, or the office's own, from the cursor on. */
async function townsPage(
  desk: Desk,
  installed: number | null,
  resource: Exclude<ResourceName, "totals">,
  asked: Cells,
): Promise<Page> {
  const all = resource === "metrics" ? [] : (asked.town ?? (await ownTowns(desk, installed)))
  const { here: towns, next } = pageFrom(all, (code) => code, asked)
  const counties = [...new Set(towns.map((code) => Math.floor(code / 1000)))]
  if (resource === "metrics") return { counties, next, read: async () => metricRows() }
  if (resource === "towns") {
    const rows = towns.flatMap((code) => townOf(code) ?? []).map(townRow)
    return { counties, next, read: async () => rows }
  }
  const years = { from: asked.years?.from ?? null, to: asked.years?.to ?? null }
  const known = { towns, years: { from: years.from ?? 0, to: years.to ?? 9999 } }
  const publishedOnly = !may(desk.actor.role, "reports.read")
  const cells = { ...known, metrics: asked.metric ?? null, asOf: asked.asof ?? null, publishedOnly }
  return {
    counties,
    next,
    read: (tx, askHeld) => lists[resource](tx, cells, findHeld(askHeld(), towns, years)),
  }
}

/** A page of divisions. Their totals change with the revision of any county of their provinces. */
function totalsPage({ metric, by: level, under, years, quartiles, limit, cursor }: Totals): Page {
  const all = divisionsUnder(level, under)
  const { here: divisions, next } = pageFrom(all, ({ code }) => code, { limit, cursor })
  const provinces = new Set(
    divisions.flatMap(({ code, parts }) => (code === 0 ? parts : Number(String(code).slice(0, 2)))),
  )
  const asked = {
    ...{ level, divisions, metrics: metric, quartiles: quartiles === "yes" },
    years: years ?? { from: null, to: null },
  }
  return {
    counties: allCounties().flatMap(({ code, provinceCode }) => (provinces.has(provinceCode) ? code : [])),
    next,
    read: (tx) => listTotalRows(tx, asked),
  }
}

/** What stands on a page of things in the order of their codes, and the cursor of the next. */
function pageFrom<T>(
  all: readonly T[],
  codeOf: (one: T) => number,
  { limit = all.length, cursor = -1 }: { limit?: number | undefined; cursor?: number | undefined },
): { here: readonly T[]; next: string | null } {
  const here = all.filter((one) => codeOf(one) > cursor).slice(0, limit)
  const [last, end] = [here.at(-1), all.at(-1)]
  const isMore = last !== undefined && end !== undefined && codeOf(last) !== codeOf(end)
  return { here, next: isMore ? String(codeOf(last)) : null }
}

/** Repeated names as one list. */
function grouped(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(",")]))
}

async function ownTowns(desk: Desk, installed: number | null): Promise<readonly number[]> {
  const { county } = await findRegion(desk, null, installed)
  return county ? townsOfCounty(county.code).map(({ code }) => code) : []
}

const markOf = (key: string, revision: string) =>
  `"${createHash("sha256").update(`${revision} ${key}`).digest("base64url").slice(0, 27)}"`

const holds = (held: string | null, etag: string) =>
  held?.split(",").some((each) => each.trim().replace(/^W\//, "") === etag) ?? false

function linkTo(resource: ResourceName, query: URLSearchParams, cursor: string): string {
  const after = new URLSearchParams(query)
  after.set("cursor", cursor)
  return `/api/v1/${resource}?${after}`
}
