import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import postgres from "postgres"
import { freePort } from "@/tests/start-postgres"

// Directus over the same rows, as somebody would set it up instead: installed in a folder of its own, so that nothing of it is
// asked of who only uses the product, and kept there for the next run, as it takes minutes. It wants keys of one column, so that
// figures, their evidence and the reports are numbered, with the product's index by metric, town and year. It is asked in two
// ways: for what a series of the product says, from the three tables as they are; and for a table made of them beforehand, with
// figures and sentences in one row.

/** The newest release that Node 20 runs. */
const wanted = ["directus@10.13.4", "pg@8.16.3"]
const token = "bench-token"

const fields = {
  figures: "*,evidence.*,report.version,report.published_on",
  sentences: "*",
}

/** What it is asked for: a metric of the towns within years, all fields that a series has. */
export function directusPath(
  from: keyof typeof fields,
  metric: number,
  towns: readonly number[],
  years: { from: number; to: number },
) {
  const filter = {
    _and: [
      { metric_id: { _eq: metric } },
      { town_code: { _in: towns } },
      { reference_year: { _between: [years.from, years.to] } },
    ],
  }
  const asked = `fields=${fields[from]}&filter=${encodeURIComponent(JSON.stringify(filter))}&limit=-1`
  return `/items/${from}?${asked}&access_token=${token}`
}

/** Copies the current figures of a database into a table of a database beside it, and serves them. */
export async function serveDirectus(url: string) {
  const beside = url.replace(/[^/]+$/, "directus")
  await copyFigures(url, beside)
  const folder = process.env.FADU_DIRECTUS ?? join(tmpdir(), "fadu-directus")
  const program = join(folder, "node_modules/directus/cli.js")
  // One of its parts is compiled: against the headers that came with Node, where they did.
  const prefix = dirname(dirname(process.execPath))
  const headers = existsSync(join(prefix, "include/node")) ? { npm_config_nodedir: prefix } : {}
  const run = (command: string, words: readonly string[], env: NodeJS.ProcessEnv) => {
    const done = spawnSync(command, words, { cwd: folder, encoding: "utf8", env })
    if (done.status !== 0) throw new Error(`${command} ${words.join(" ")}:\n${done.stdout}${done.stderr}`)
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), '{ "private": true }')
  const quietly = ["install", "--no-audit", "--no-fund", "--loglevel=error"]
  if (!existsSync(program)) run("npm", [...quietly, ...wanted], { ...process.env, ...headers })
  const port = await freePort()
  const env = {
    ...{ ...process.env, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port) },
    ...{ DB_CLIENT: "pg", DB_CONNECTION_STRING: beside, DB_POOL__MAX: "10" },
    ...{ KEY: "bench", SECRET: "bench", ADMIN_EMAIL: "bench@example.com", ADMIN_PASSWORD: token },
    ...{ TELEMETRY: "false", LOG_LEVEL: "warn", CACHE_ENABLED: "false", RATE_LIMITER_ENABLED: "false" },
  } as NodeJS.ProcessEnv
  run(process.execPath, [program, "bootstrap"], env)
  const sql = postgres(beside, { max: 1, onnotice: () => {} })
  await sql`update directus_users set token = ${token}`
  await sql`
    insert into directus_relations (many_collection, many_field, one_collection)
    values ('figures', 'evidence', 'evidence'), ('figures', 'report', 'reports')`
  await sql`
    insert into directus_fields (collection, field, special, interface)
    values ('figures', 'evidence', 'm2o', 'select-dropdown-m2o'), ('figures', 'report', 'm2o', 'select-dropdown-m2o')`
  await sql.end()
  const child = spawn(process.execPath, [program, "start"], { cwd: folder, env, stdio: "ignore" })
  const address = `http://127.0.0.1:${port}`
  await untilAnswers(`${address}/server/ping`, child)
  return { address, close: () => child.kill("SIGTERM") }
}

/** Waits until a server that was started answers. */
async function untilAnswers(url: string, child: ChildProcess) {
  for (let at = 0; at < 120; at += 1) {
    if (child.exitCode !== null) throw new Error(`directus ended: ${child.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((done) => setTimeout(done, 500))
  }
  throw new Error("directus does not answer")
}

async function copyFigures(url: string, beside: string) {
  const from = postgres(url, { max: 1, onnotice: () => {} })
  await from`create database directus`
  const figures = await from`
    select o.town_code, o.metric_id, o.reference_year, o.version, o.value, o.missing, o.exactness, o.low, o.high, o.flags,
      dense_rank() over (order by o.county_code, o.evidence_id)::int as evidence, e.starts_at, e.ends_at, e.quote, e.sentence,
      dense_rank() over (order by r.county_code, r.id)::int as report, r.version as report_version, r.published_on
    from observations o
    join evidence e on e.county_code = o.county_code and e.id = o.evidence_id
    join reports r on r.county_code = o.county_code and r.town_code = o.town_code
      and r.reference_year = o.reference_year and r.counts
    where o.superseded_at is null`
  await from.end()
  const into = postgres(beside, { max: 1, onnotice: () => {} })
  await into`
    create table sentences (id serial primary key, town_code integer, metric_id smallint, reference_year smallint,
      version smallint, value numeric, missing text, exactness text, low numeric, high numeric, flags smallint,
      evidence integer, starts_at integer, ends_at integer, quote text, sentence text,
      report integer, report_version smallint, published_on date)`
  for (let at = 0; at < figures.length; at += 1000)
    await into`insert into sentences ${into(figures.slice(at, at + 1000))}`
  await into.unsafe(`
    create table evidence as
      select distinct on (evidence) evidence as id, starts_at, ends_at, quote, sentence from sentences;
    alter table evidence add primary key (id);
    create table reports as
      select distinct on (report) report as id, town_code, reference_year, report_version as version, published_on from sentences;
    alter table reports add primary key (id);
    create table figures as
      select id, town_code, metric_id, reference_year, version, value, missing, exactness, low, high, flags, evidence, report
      from sentences;
    alter table figures add primary key (id),
      add foreign key (evidence) references evidence (id), add foreign key (report) references reports (id);
    alter table sentences drop column evidence, drop column report, drop column report_version, drop column published_on;
    create index on figures (metric_id, town_code, reference_year);
    create index on sentences (metric_id, town_code, reference_year);
    analyze`)
  await into.end()
}
