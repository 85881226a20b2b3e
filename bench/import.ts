import { randomUUID } from "node:crypto"
import { loadavg } from "node:os"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { sql } from "drizzle-orm"
import postgres from "postgres"
import { median, ratioOf, round, timeOf } from "@/bench/measure"
import { writeResults } from "@/bench/write-results"
import { metrics } from "@/catalogue/metrics"
import { seal } from "@/db/as-actor"
import { connect } from "@/db/connect"
import { migrateDatabase } from "@/db/migrate"
import type { FigureChange } from "@/db/reads/list-changes"
import { publishFigures } from "@/db/writes/publish-figures"
import { generateDemo } from "@/demo/generate-demo"
import { asActor, type Desk, terminalActor } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { startPostgres } from "@/tests/start-postgres"

// Reports a second from bytes to a stored report with its readings and findings; and figures a second by the very function that
// publishes, in its transaction, against COPY of as many rows into the same table: keys, indexes and triggers and all.

const server = await startPostgres()
const maintenance = postgres(server.url("postgres"))
await maintenance`create database bench`
await maintenance.end()
const url = server.url("bench")
const { db, close } = connect({ url })
await migrateDatabase(db, "db/migrations")
const desk: Desk = {
  ...{ database: seal(db), actor: terminalActor, from: { channel: "terminal", address: null } },
  now: new Date(),
}

const reports = generateDemo().slice(0, 60)
const took = await timeOf(async () => {
  for (const { fileName, content, townCode, year } of reports) {
    const file = { fileName, bytes: new TextEncoder().encode(content) }
    await importReport(desk, file, Math.floor(townCode / 1000), { townCode, year })
  }
})

const county = 331082
const rowsAtOnce = 5000
/** As many cells of a town as are asked for: the catalogue's metrics over as many years as it takes. */
const cells = Array.from({ length: rowsAtOnce }, (_, at) => {
  return { metricId: (at % metrics.length) + 1, referenceYear: 1990 + Math.floor(at / metrics.length) }
})

/** A report to publish for, with one reading on which all figures rest. */
async function makeReport(townCode: number) {
  const [id, publication] = [randomUUID(), randomUUID()]
  await db.execute(sql`
    insert into documents (county_code, id, sha256, file_name, reader, encoding, bytes, text, text_length, imported_by)
    values (${county}, ${id}, ${id}, 'a.txt', 'txt', 'utf-8', '\\x00', '12', 2, 'bench')`)
  await db.execute(sql`
    insert into reports (county_code, id, document_id, town_code, reference_year, version, counts, sections, unclaimed, imported_by)
    values (${county}, ${id}, ${id}, ${townCode}, 2024, 1, true, '[]', '[]', 'bench')`)
  await db.execute(sql`
    insert into evidence (county_code, id, document_id, text_length, starts_at, ends_at, quote, sentence, rule)
    values (${county}, ${id}, ${id}, 2, 0, 2, '12', '12', 'bench')`)
  await db.execute(sql`
    insert into candidates (county_code, id, report_id, evidence_id, ordinal, metric_id, kind, reference_year, value, exactness)
    values (${county}, ${id}, ${id}, ${id}, 0, 1, 'result', 2024, 12, 'exact')`)
  await db.execute(sql`
    insert into publications (county_code, id, town_code, reference_year, sequence, report_id, published_by_id, published_by)
    values (${county}, ${publication}, ${townCode}, 1990, 1, ${id}, 'bench', 'bench')`)
  return { id, publication }
}
type Made = Awaited<ReturnType<typeof makeReport>>

const figure = (value: number, { id }: Made) => ({
  ...({ value, missing: null, exactness: "exact", low: null, high: null } as const),
  ...{ candidateId: id, evidenceId: id, start: 0, quote: "12" },
})
/** Publishes every cell of a town: for the first time, or in place of what was published before. */
function publish(townCode: number, made: Made, sequence: number) {
  const changes = cells.map((cell): FigureChange => {
    const before = sequence === 1 ? null : figure(sequence - 1, made)
    return {
      ...cell,
      kind: "result",
      version: sequence - 1,
      before,
      after: { ...figure(sequence, made), note: null },
    }
  })
  const actor = { id: "bench", name: "bench" }
  const reason = sequence === 1 ? null : "bench"
  const report = { countyCode: county, townCode, year: 2024, reportId: made.id }
  return asActor(desk, (tx) => publishFigures(tx, report, changes, { sequence, reason, actor }))
}

const copier = postgres(url, { max: 1, onnotice: () => {} })
const columns =
  "county_code, town_code, metric_id, reference_year, version, value, exactness, starts_at, quote, evidence_id, candidate_id, publication_id, recorded_by"
async function copy(townCode: number, { id, publication }: Made) {
  const lines = cells.map(
    ({ metricId, referenceYear }) =>
      `${county}\t${townCode}\t${metricId}\t${referenceYear}\t1\t12\texact\t0\t12\t${id}\t${id}\t${publication}\tbench\n`,
  )
  const writable = await copier.unsafe(`copy observations (${columns}) from stdin`).writable()
  await pipeline(Readable.from([lines.join("")]), writable)
}

const towns = await db.execute<{ code: number }>(
  sql`select code from towns where county_code = ${county} order by code`,
)
const times = { fresh: [] as number[], existing: [] as number[], copied: [] as number[] }
for (let at = 0; at + 1 < towns.length; at += 2) {
  const [one, other] = [towns[at]?.code ?? 0, towns[at + 1]?.code ?? 0]
  const [made, forCopy] = [await makeReport(one), await makeReport(other)]
  const fresh = await timeOf(() => publish(one, made, 1))
  const copied = await timeOf(() => copy(other, forCopy))
  const existing = await timeOf(() => publish(one, made, 2))
  // The first round warms up.
  if (at === 0) continue
  times.fresh.push(fresh)
  times.copied.push(copied)
  times.existing.push(existing)
}
const rate = (ms: readonly number[]) => Math.round((1000 * rowsAtOnce) / median(ms))
await copier.end()
await close()
await server.stop()
writeResults("import", {
  loadOfMachine: round(loadavg()[0] ?? 0),
  reportsASecond: round((1000 * reports.length) / took),
  rowsAtOnce,
  rowsASecond: { copied: rate(times.copied), fresh: rate(times.fresh), existing: rate(times.existing) },
  newAgainstCopy: ratioOf(times.copied, times.fresh),
  existingAgainstCopy: ratioOf(times.copied, times.existing),
})
