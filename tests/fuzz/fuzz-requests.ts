import fc from "fast-check"
import { metrics } from "@/catalogue/metrics"
import { answerRequest, NotValid } from "@/services/api/answer-request"
import { parameters, type ResourceName } from "@/services/api/parameters"
import { changeSettings } from "@/services/change-settings"
import type { Desk } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { Problem } from "@/services/problem"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082
/** The town of the officer who asks, and those whose reports nobody has published. */
export const ownTown = 331082111
const others = [331082100, 331082112, 331082103]
/** What stands in the unpublished reports of the others, and in nothing else. */
const canary = { words: "暗号青蛙", figure: "7777717" }

const resources: readonly ResourceName[] = [
  ...([
    "metrics",
    "towns",
    "reports",
    "series",
    "observations",
    "targets",
    "findings",
    "completeness",
  ] as const),
]
const names = ["metric", "town", "years", "asof", "limit", "cursor", "format"]
const good = [
  ...metrics.slice(0, 12).map(({ code }) => code),
  ...[county, ownTown, ...others, 3310, 33, 990181].map(String),
  ...[
    "2024",
    "2019..2024",
    "earliest..latest",
    "2024..2019",
    "2026-06-30",
    "2024-02-30",
    "1",
    "200",
    "201",
    "0",
    "-1",
  ],
  ...[
    "csv",
    "json",
    "xml",
    "",
    ",",
    "..",
    "null",
    "1e9",
    "0x1F",
    "9".repeat(30),
    "' or 1=1--",
    "$1",
    "%00",
    "\u0000",
  ],
  ...[
    "__proto__",
    "constructor",
    "../../etc",
    "<script>",
    "\ud800",
    "２０２４",
    "331082111,331082112",
    "latest",
  ],
]
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...good) },
  { weight: 1, arbitrary: fc.string({ maxLength: 30, unit: "binary" }) },
)
const value = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(","))
const name = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "toString", "Metric", "metric[]", "id", "") },
)
const fitting = fc.record({
  metric: fc.subarray(
    metrics.slice(0, 12).map(({ code }) => code as string),
    { minLength: 1, maxLength: 4 },
  ),
  town: fc.subarray([county, ownTown, ...others].map(String), { maxLength: 3 }),
})
const query = fc.oneof(
  fc.array(fc.tuple(name, value), { maxLength: 5 }),
  // So that most questions are answered and not refused at once.
  fc
    .tuple(fitting, fc.array(fc.tuple(name, value), { maxLength: 1 }))
    .map(([{ metric, town }, more]) => [
      ...(metric.length > 0 ? [["metric", metric.join(",")] as [string, string]] : []),
      ...(town.length > 0 ? [["town", town.join(",")] as [string, string]] : []),
      ...more,
    ]),
)
/** Two of three questions have only names that their resource knows: the others are refused for a name at once. */
const fit = fc.oneof(
  { weight: 2, arbitrary: fc.constant(true) },
  { weight: 1, arbitrary: fc.constant(false) },
)
const request = fc.record({
  isFit: fit,
  resource: fc.constantFrom(...resources),
  query,
  accept: fc.constantFrom("", "text/csv", "application/json", "*/*", "\u0000"),
  ifNoneMatch: fc.oneof(fc.constant(null), fc.string({ maxLength: 40 })),
})

/** Puts in reports of other towns that nobody has published, and a published one of the officer's own; the public may read. */
export async function plantReports(reviewer: Desk): Promise<void> {
  const administrator = { ...reviewer, actor: { ...reviewer.actor, role: "administrator" } } as const
  await changeSettings(administrator, { openReading: true, idleMinutes: 30 })
  const put = (townCode: number, text: string) =>
    importReport(reviewer, { fileName: "a.txt", bytes: bytesOf(text) }, county, { townCode, year: 2024 })
  const extra = `${canary.words}审查行政规范性文件${canary.figure}件，${canary.words}调解@件。力争${canary.words}2025年普法${canary.figure}场。`
  for (const townCode of others) await put(townCode, reportText({ contracts: canary.figure, extra }))
  await put(ownTown, reportText({}))
  await finishReport(reviewer, ownTown, 2024)
}

/** Asks so many mutated questions as a town officer and as the public. Each is answered, or refused by a named rule; no
 * answer has a word of another town's unpublished report. Returns how many were answered. Throws with seed and path. */
export async function fuzzRequests(
  desks: readonly Desk[],
  { numRuns, seed, path }: { numRuns: number; seed: number; path?: string },
): Promise<number> {
  let answered = 0
  const asked = fc.tuple(request, fc.nat(desks.length - 1))
  const property = fc.asyncProperty(asked, async ([{ query: all, isFit, ...rest }, index]) => {
    const desk = desks[index]
    if (!desk) return
    const { shape } = parameters[rest.resource]
    const pairs = isFit ? all.filter(([name]) => Object.hasOwn(shape, name ?? "")) : all
    try {
      const { status, body } = await answerRequest(desk, county, {
        ...rest,
        query: new URLSearchParams(pairs),
      })
      if (status !== 200 && status !== 304) throw new Error(`status ${status}`)
      answered += 1
      const leaked = Object.values(canary).find((secret) => body?.includes(secret))
      if (leaked) throw new Error(`${leaked} of another town: ${body?.slice(0, 500)}`)
    } catch (error) {
      if (!(error instanceof NotValid || error instanceof Problem)) throw error
    }
  })
  await fc.assert(property, { numRuns, seed, ...(path ? { path } : {}) })
  return answered
}

/** True if the reviewer, who may see them, does see the planted words: the search for leaks can find one. */
export async function canSeeCanary(reviewer: Desk): Promise<boolean> {
  const query = new URLSearchParams({ metric: "normative_documents_reviewed", town: others.join(",") })
  const { body } = await answerRequest(reviewer, county, {
    resource: "series",
    query,
    accept: "",
    ifNoneMatch: null,
  })
  return Object.values(canary).every((secret) => body?.includes(secret))
}
