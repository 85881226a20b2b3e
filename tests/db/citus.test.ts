import { randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import { connect, type OpenDatabase } from "@/db/connect"
import { asActor } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { viewReport } from "@/services/view-report"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

/*
 * There is no Citus in the tests. What it asks of a schema is in the catalogs of any PostgreSQL, and the statements of
 * db/citus.sql are run on one whose Citus functions only write down what they were called with.
 */

const statements = readFileSync("db/citus.sql", "utf8")
const all = (pattern: RegExp) => [...statements.matchAll(pattern)].map((found) => found.slice(1) as string[])
const references = all(/create_reference_table\('(\w+)'\)/g).flat()
const distributed = all(/create_distributed_table\('(\w+)', '(\w+)', colocate_with => '(\w+)'\)/g)
const local = (/^-- Stay on the coordinator: ([^.]+)\./m.exec(statements)?.[1] ?? "").split(/[\s,-]+/)

let opened: OpenDatabase
beforeAll(async () => {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)} template fadu_template`)
  await maintenance.close()
  opened = connect({ url: inject("serverUrl").replace(/[^/]+$/, name) })
})
afterAll(async () => {
  await opened.db.execute(sql`alter role fadu_app nologin`)
  await opened.db.execute(sql`alter role fadu_accounts nologin`)
  await opened.close()
})

test("every table has its place: a reference table, distributed by county with the others, or on the coordinator", async () => {
  const tables = await opened.db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  )
  const placed = [...references, ...distributed.map(([name]) => name), ...local]
  expect([...placed].sort()).toEqual(tables.map(({ name }) => name).sort())
  const [first = [], ...rest] = distributed
  expect(first).toEqual(["documents", "county_code", "none"])
  expect(rest.length).toBeGreaterThan(10)
  for (const [, column, beside] of rest) expect([column, beside]).toEqual(["county_code", "documents"])
})

test("every unique key of a distributed table has its county in it", async () => {
  const keys = await opened.db.execute<{ table: string; name: string; columns: string[] }>(sql`
    select t.relname as table, i.relname as name,
      to_json(array(select attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum = any(x.indkey))) as columns
    from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
    where (x.indisunique or x.indisexclusion) and t.relnamespace = 'public'::regnamespace`)
  const spread = keys.filter(({ table }) => distributed.some(([name]) => name === table))
  for (const [name] of distributed) expect(spread.map(({ table }) => table)).toContain(name)
  expect(spread.filter(({ columns }) => !columns.includes("county_code"))).toEqual([])
})

type Key = {
  name: string
  from: string
  to: string
  columns: string[]
  others: string[]
  rule: string
  action: string
}

const foreignKeys = () =>
  opened.db.execute<Key>(sql`
    select c.conname as name, c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
      to_json(array(select attname::text from unnest(c.conkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i)) as columns,
      to_json(array(select attname::text from unnest(c.confkey) with ordinality k(n, i)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i)) as others,
      pg_get_constraintdef(c.oid) as rule, c.confupdtype::text || c.confdeltype::text as action
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by c.conname`)

test("foreign keys stay within a county or go to reference tables, and nothing else refers to what is distributed", async () => {
  const isSpread = (table: string) => distributed.some(([name]) => name === table)
  const wrong = (await foreignKeys()).filter(({ from, to, columns, others, action }) => {
    if (!isSpread(from)) return isSpread(to)
    if (references.includes(to)) return false
    const at = columns.indexOf("county_code")
    return !isSpread(to) || at < 0 || others[at] !== "county_code" || action !== "aa"
  })
  expect(wrong).toEqual([])
})

const standIns = sql.raw(`
  create table pg_dist_partition (logicalrelid regclass);
  create table pg_dist_node (groupid integer);
  create table called (position serial, name text, foreign_keys integer);
  create function create_reference_table(name regclass) returns void language sql as $$
    insert into pg_dist_partition values (name);
    insert into called (name, foreign_keys) select name::text, count(*) from pg_constraint
      where contype = 'f' and name in (conrelid, confrelid) $$;
  create function create_distributed_table(name regclass, column_name text, colocate_with text) returns void language sql as $$
    select create_reference_table(name) $$;
  create function create_distributed_function(name regprocedure) returns void language sql as 'select'`)

test("the statements can be run, and run again: no policy asks in a subquery, triggers of what is spread are by row, and every key but two is back", async () => {
  const { db } = opened
  const before = await foreignKeys()
  await db.execute(standIns)
  const own = statements.replace("create extension if not exists citus;", "")
  expect(own).not.toBe(statements)
  await db.execute(sql.raw(own))
  const after = await foreignKeys()
  await db.execute(sql.raw(own))
  expect(await foreignKeys()).toEqual(after)
  const gone = ["accounts_town_code_towns_code_fk", "division_totals_metric_id_metrics_id_fk"]
  expect(after).toEqual(before.filter(({ name }) => !gone.includes(name)))
  const triggers = await db.execute<{ table: string; name: string }>(sql`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger where not tgisinternal and tgtype & 1 = 0`)
  expect(triggers.filter(({ table }) => !local.includes(table))).toEqual([])
  const called = await db.execute<{ name: string; foreign_keys: number }>(
    sql`select name, foreign_keys from called order by position`,
  )
  expect(called.map(({ name }) => name)).toEqual([...references, ...distributed.map(([name]) => name)])
  expect(called.filter((table) => table.foreign_keys > 0)).toEqual([])
  const policies = await db.execute<{ table: string; policy: string }>(sql`
    select tablename as table, policyname as policy from pg_policies
    where schemaname = 'public' and concat(qual, with_check) ~* 'select'`)
  expect(policies.filter(({ table }) => !local.includes(table))).toEqual([])
})

test("with those policies people work as before: an officer sees the own town's report and no other county's parts", async () => {
  const { db } = opened
  const [own, other] = [331082111, 331082100]
  const reviewer = deskOf(db)
  const file = { fileName: "a.txt", bytes: bytesOf(reportText()) }
  await importReport(reviewer, file, 331082, { townCode: own, year: 2024 })
  await finishReport(reviewer, own, 2024)
  const totals = await db.execute(sql`
    select county_code, total::int from division_totals t join metrics m on m.id = t.metric_id
    where m.code = 'disputes_mediated' order by county_code`)
  expect(totals.map(({ county_code }) => county_code)).toEqual([330000, 331082])
  expect(new Set(totals.map(({ total }) => total)).size).toBe(1)
  const officer = (town: number) => deskOf(db, `officer${town}`, "town_officer", town)
  expect((await viewReport(officer(own), own, 2024, null, "zh"))?.readings.length).toBe(4)
  expect(await viewReport(officer(other), own, 2024, null, "zh").catch(() => null)).toBeNull()
  const seen = (town: number) =>
    asActor(officer(town), async (tx) => {
      const [row] = await tx.execute<{ reports: number; documents: number; candidates: number }>(sql`
        select (select count(*)::int from reports) as reports, (select count(*)::int from documents) as documents,
          (select count(*)::int from candidates) as candidates`)
      return row
    })
  expect(await seen(own)).toEqual({ reports: 1, documents: 1, candidates: 4 })
  // Another town of the county is kept from the report itself; another county from everything but what is published.
  expect(await seen(other)).toEqual({ reports: 0, documents: 1, candidates: 4 })
  expect(await seen(330106001)).toEqual({ reports: 0, documents: 0, candidates: 4 })
})
