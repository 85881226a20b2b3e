import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import postgres from "postgres"
import { allCounties, firstInventedCode, townsOfCounty } from "@/catalogue/divisions"
import { metrics } from "@/catalogue/metrics"
import { connect } from "@/db/connect"
import { migrateDatabase } from "@/db/migrate"
import { startPostgres } from "@/tests/start-postgres"

// The whole nation: every township-level division that there is × 10 years × 60 metrics, a row each, a quarter of them with the
// reason why there is no value; every figure with its evidence and its reading, every year of a town with its report and its
// publication. Loaded by COPY, in the order in which reports come in: year by year. Beside it one county of the same making.

/** Years and metrics of the invented figures, and the county that stands in both databases. */
export const nation = {
  years: { from: 2015, to: 2024 },
  metrics: metrics.slice(0, 60),
  county: 331082,
} as const

/** A server with the databases `nation` and `city`; it is kept for the next run, as it takes minutes to make. */
export type Nation = { nation: string; city: string; observations: number; stop(): Promise<void> }

const settings = {
  ...{ shared_buffers: "2GB", maintenance_work_mem: "1GB", work_mem: "64MB", max_wal_size: "16GB" },
  ...{ synchronous_commit: "off", random_page_cost: "1.1", autovacuum: "off" },
}
const migrations = readFileSync("db/migrations/meta/_journal.json", "utf8")

/** Starts the server, and makes its databases where they are not there or of another schema. */
export async function openNation(): Promise<Nation> {
  const folder = process.env.FADU_NATION ?? join(tmpdir(), "fadu-nation")
  const mark = join(folder, "made.json")
  const made = existsSync(mark) ? JSON.parse(readFileSync(mark, "utf8")) : null
  if (made?.migrations !== migrations) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const server = await startPostgres(null, { folder, settings })
  const counties = allCounties().flatMap(({ code }) => (code < firstInventedCode ? [code] : []))
  const urls = { nation: server.url("nation"), city: server.url("city") }
  const observations = made?.migrations === migrations ? made.observations : await make()
  return { ...urls, observations, stop: server.stop }

  async function make(): Promise<number> {
    const maintenance = postgres(server.url("postgres"))
    for (const name of ["nation", "city"]) await maintenance`create database ${maintenance(name)}`
    await maintenance.end()
    await load(urls.city, [nation.county])
    const rows = await load(urls.nation, counties)
    writeFileSync(mark, JSON.stringify({ migrations, observations: rows }))
    return rows
  }
}

const hex = (number: number, length: number) => number.toString(16).padStart(length, "0")
/** The id of the n-th thing of a county; neighbours in time are none in the index. */
const idOf = (n: number) => `${hex(Math.imul(n, 2654435761) >>> 0, 8)}-0000-4000-8000-${hex(n, 12)}`
/** A number from 0 to 1 that goes with its arguments. */
function chance(a: number, b: number, c: number): number {
  let x = Math.imul(a, 374761393) ^ Math.imul(b, 668265263) ^ Math.imul(c, 2246822519)
  x = Math.imul(x ^ (x >>> 15), 2246822507)
  x = Math.imul(x ^ (x >>> 13), 3266489909)
  return ((x ^ (x >>> 16)) >>> 0) / 4294967296
}

/** A figure, or the reason why there is none. Earlier years have more gaps, and no report leaves a whole year blank. */
function figureOf(town: number, metric: number, year: number): { value: number } | { missing: string } {
  if (chance(town, year, 1) < 0.05 + 0.01 * (nation.years.to - year)) return { missing: "no_report" }
  const luck = chance(town, metric, year)
  if (luck < 0.03) return { missing: "placeholder" }
  if (chance(town, metric, 2) < 0.1 || luck < 0.12) return { missing: "not_stated" }
  const usual = 10 ** (1 + 2 * chance(metric, 3, 3)) * (0.5 + chance(town, metric, 4))
  return { value: Math.round(usual * (0.8 + 0.4 * luck)) }
}

type Place = { county: number; town: number; year: number; report: number }

/** Every town and year, year by year; `report` counts them. */
function* places(counties: readonly number[]): Generator<Place> {
  let report = 0
  for (let year = nation.years.from; year <= nation.years.to; year += 1)
    for (const county of counties)
      for (const { code: town } of townsOfCounty(county)) {
        report += 1
        yield { county, town, year, report }
      }
}

const day = (year: number) => `${year + 1}-03-01 00:00:00+00`
const text = "全年审查各类合同。"

/** What COPY takes for each table: its columns, and the lines of a town and year. */
const tables: Readonly<Record<string, { columns: string; lines: (place: Place) => string }>> = {
  documents: {
    columns: "county_code, id, sha256, file_name, reader, encoding, bytes, text, text_length, imported_by",
    lines: ({ county, report }) =>
      `${county}\t${idOf(report)}\t${report}\ta.txt\ttxt\tutf-8\t\\\\x00\t${text}\t${text.length}\tbench\n`,
  },
  reports: {
    columns:
      "county_code, id, document_id, town_code, reference_year, version, counts, sections, unclaimed, imported_by",
    lines: ({ county, town, year, report }) =>
      `${county}\t${idOf(report)}\t${idOf(report)}\t${town}\t${year}\t1\tt\t[]\t[]\tbench\n`,
  },
  publications: {
    columns:
      "county_code, id, town_code, reference_year, sequence, report_id, published_by_id, published_by, published_at",
    lines: ({ county, town, year, report }) =>
      `${county}\t${idOf(report)}\t${town}\t${year}\t1\t${idOf(report)}\tbench\tbench\t${day(year)}\n`,
  },
  evidence: {
    columns: "county_code, id, document_id, text_length, starts_at, ends_at, quote, sentence, heading, rule",
    lines: ({ county, report }) =>
      each((metric, at) => {
        const sentence = `全年${metric.nameZh}共有相应数目。`
        return `${county}\t${idOf(report * 60 + at)}\t${idOf(report)}\t${text.length}\t2\t8\t${metric.nameZh}\t${sentence}\t一、主要举措\tbench\n`
      }),
  },
  candidates: {
    columns:
      "county_code, id, report_id, evidence_id, ordinal, metric_id, kind, reference_year, value, missing, exactness",
    lines: ({ county, town, year, report }) =>
      each((metric, at) => {
        const id = idOf(report * 60 + at)
        return `${county}\t${id}\t${idOf(report)}\t${id}\t${at}\t${metric.id}\tresult\t${year}\t${cell(town, metric.id, year)}\n`
      }),
  },
  observations: {
    columns:
      "county_code, town_code, metric_id, reference_year, version, value, missing, exactness, starts_at, quote, evidence_id, candidate_id, publication_id, recorded_by, recorded_at",
    lines: ({ county, town, year, report }) =>
      each((metric, at) => {
        const id = idOf(report * 60 + at)
        return `${county}\t${town}\t${metric.id}\t${year}\t1\t${cell(town, metric.id, year)}\t2\t${metric.nameZh}\t${id}\t${id}\t${idOf(report)}\tbench\t${day(year)}\n`
      }),
  },
}

const each = (line: (metric: (typeof nation.metrics)[number], at: number) => string) =>
  nation.metrics.map(line).join("")

function cell(town: number, metric: number, year: number): string {
  const figure = figureOf(town, metric, year)
  return "value" in figure ? `${figure.value}\t\\N\texact` : `\\N\t${figure.missing}\t\\N`
}

/** Brings a database to the schema and fills it. Indexes are made when the rows are there; what is known to fit is not checked
 * again. Returns how many observations there are. */
async function load(url: string, counties: readonly number[]): Promise<number> {
  const { db, close } = connect({ url })
  await migrateDatabase(db, "db/migrations")
  await close()
  const sql = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { session_replication_role: "replica" },
  })
  const { drop, add } = await constraintsOf(sql, Object.keys(tables))
  const say = (what: string) =>
    console.log(new Date().toISOString().slice(11, 19), new URL(url).pathname, what)
  for (const statement of drop) await sql.unsafe(statement)
  for (const [name, { columns, lines }] of Object.entries(tables)) {
    say(name)
    const writable = await sql.unsafe(`copy ${name} (${columns}) from stdin`).writable()
    await pipeline(Readable.from(chunks(counties, lines)), writable)
  }
  for (const statement of add) {
    say(statement.slice(0, 70))
    await sql.unsafe(statement)
  }
  say("totals")
  await sql`insert into data_revisions select county_code, count(*) from reports group by county_code`
  for (const statement of fillTotals()) await sql.unsafe(statement)
  say("vacuum")
  await sql`vacuum (analyze)`
  const [counted] = await sql<{ n: number }[]>`select count(*)::int as n from observations`
  await sql.end()
  return counted?.n ?? 0
}

/** Lines in pieces that are worth sending. */
function* chunks(counties: readonly number[], lines: (place: Place) => string): Generator<string> {
  let chunk = ""
  for (const place of places(counties)) {
    chunk += lines(place)
    if (chunk.length < 500_000) continue
    yield chunk
    chunk = ""
  }
  yield chunk
}

/** How to do without the keys and indexes of tables, and how to have them back, keys to other tables last. */
async function constraintsOf(sql: postgres.Sql, names: readonly string[]) {
  const constraints = await sql<{ name: string; of: string; type: string; as: string }[]>`
    select conname as name, conrelid::regclass::text as of, contype as type, pg_get_constraintdef(oid) as as from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('f', 'p', 'u')
      and (conrelid::regclass::text in ${sql(names)} or confrelid::regclass::text in ${sql(names)})`
  const indexes = await sql<{ name: string; as: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as as from pg_index
    where indrelid::regclass::text in ${sql(names)}
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))`
  const keys = constraints.filter(({ type }) => type !== "f")
  const references = constraints.filter(({ type }) => type === "f")
  return {
    drop: [
      ...[...references, ...keys].map(({ name, of }) => `alter table ${of} drop constraint "${name}"`),
      ...indexes.map(({ name }) => `drop index ${name}`),
    ],
    add: [
      ...keys.map(({ name, of, as }) => `alter table ${of} add constraint "${name}" ${as}`),
      ...indexes.map(({ as }) => as),
      ...references.map(({ name, of, as }) => `alter table ${of} add constraint "${name}" ${as} not valid`),
    ],
  }
}

/** The statements by which the migration itself adds up what is published. */
const fillTotals = () =>
  readFileSync("db/migrations/0009_totals.sql", "utf8").split("--> statement-breakpoint").slice(-2)

if (process.argv[2] === "make") await (await openNation()).stop()
