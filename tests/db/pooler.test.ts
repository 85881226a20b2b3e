import { spawn } from "node:child_process"
import { randomUUID } from "node:crypto"
import { chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, inject, test } from "vitest"
import type { Role } from "@/catalogue/role"
import { copyOut } from "@/db/backup/copy-out"
import { connect } from "@/db/connect"
import { migrateDatabase, migrationNames } from "@/db/migrate"
import { asActor, type Desk } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { viewPublished } from "@/services/view-published"
import { viewReport } from "@/services/view-report"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"
import { asOther, folderOfOther, freePort } from "@/tests/start-postgres"

/*
 * pgbouncer in transaction mode with the very file of deploy/, but for addresses: everything here goes through it.
 */

const town = 331082111
const sessions = 3
const closing: (() => Promise<void>)[] = []
let direct: string
let pooled: string

/** deploy/pgbouncer.ini with these lines instead of its own; each has to be there. */
function settingsWith(lines: Readonly<Record<string, string>>): string {
  let text = readFileSync("deploy/pgbouncer.ini", "utf8")
  for (const [name, value] of Object.entries(lines)) {
    const line = new RegExp(`^${name} = .*$`, "m")
    expect(text).toMatch(line)
    text = text.replace(line, `${name} = ${value}`)
  }
  return text
}

async function startPooler(server: URL): Promise<number> {
  const folder = folderOfOther("fadu-pool-")
  const port = await freePort()
  const users = join(folder, "userlist.txt")
  writeFileSync(users, '"fadu" "a password of the test"\n')
  const file = join(folder, "pgbouncer.ini")
  writeFileSync(
    file,
    settingsWith({
      fadu: `host=${server.hostname} port=${server.port} dbname=${server.pathname.slice(1)}`,
      listen_port: String(port),
      auth_file: users,
      default_pool_size: String(sessions),
    }),
  )
  for (const path of [users, file]) chmodSync(path, 0o644)
  const [program, args] = asOther("/usr/sbin/pgbouncer", ["-q", file])
  const pooler = spawn(program, args, { stdio: "ignore", cwd: folder })
  const ended = new Promise((done) => pooler.once("exit", done))
  closing.push(async () => {
    pooler.kill("SIGTERM")
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  return port
}

const open = (url: string, role?: "fadu_app") => {
  const opened = connect({ url }, role)
  closing.unshift(opened.close)
  return opened.db
}

beforeAll(async () => {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)}`)
  await maintenance.close()
  direct = inject("serverUrl").replace(/[^/]+$/, name)
  const port = await startPooler(new URL(direct))
  pooled = `postgres://fadu:a%20password%20of%20the%20test@127.0.0.1:${port}/fadu`
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const probe = connect({ url: `${pooled}?prepare=false` })
    const isUp = await probe.db.execute(sql`select 1`).then(
      () => true,
      () => false,
    )
    await probe.close()
    if (isUp) break
    await new Promise((done) => setTimeout(done, 100))
  }
  await migrateDatabase(open(`${pooled}?prepare=false`), "db/migrations")
})
afterAll(async () => {
  for (const close of closing) await close()
})

test("without ?prepare=false the pooler does not let the site in: it knows no session's role", async () => {
  const error = await open(pooled, "fadu_app")
    .execute(sql`select 1`)
    .catch((caught: Error) => caught)
  expect(String((error as Error).cause)).toContain("unsupported startup parameter: role")
})

test("a report is imported, decided on and published, and read by others, through the pooler", async () => {
  const db = open(`${pooled}?prepare=false`, "fadu_app")
  const reviewer = deskOf(db)
  for (const year of [2023, 2024]) {
    const file = { fileName: "a.txt", bytes: bytesOf(reportText({ year: String(year) })) }
    const outcome = await importReport(reviewer, file, 331082, { townCode: town, year })
    expect(outcome.outcome).toBe("imported")
  }
  await finishReport(reviewer, town, 2024)
  expect((await viewReport(reviewer, town, 2024, null, "zh"))?.publications.length).toBe(1)
  expect((await viewPublished(deskOf(db, "leader", "leader"), town, 2024))?.figures.length).toBe(3)
})

test("of a hundred people at once on three sessions each has their own rights, and nothing is left in a session", async () => {
  const db = open(`${pooled}?prepare=false`, "fadu_app")
  const people: [Role | "public", number | null, number][] = [
    ["reviewer", null, 2],
    ["leader", null, 0],
    ["town_officer", town, 2],
    ["town_officer", 331082100, 0],
    ["auditor", null, 0],
    ["public", null, 0],
  ]
  const pids = new Set<number>()
  const look = async (desk: Desk, reports: number) =>
    asActor(desk, async (tx) => {
      for (let i = 0; i < 3; i += 1) {
        const [row] = await tx.execute<{
          reports: number
          role: string
          who: string
          as: string
          pid: number
        }>(sql`
          select (select count(*)::int from reports) as reports, current_setting('fadu.role') as role,
            current_setting('fadu.actor') as who, current_user::text as as, pg_backend_pid() as pid`)
        pids.add(row?.pid ?? 0)
        expect(row).toMatchObject({ reports, role: desk.actor.role, who: desk.actor.id, as: "fadu_app" })
        await new Promise((done) => setTimeout(done, Math.random() * 10))
      }
    })
  const turns = Array.from({ length: 100 }, (_, i) => people[i % people.length] ?? ["public", null, 0])
  await Promise.all(
    turns.map(([role, townCode, reports], i) =>
      look(deskOf(db, `${role}${i}`, role as Role, townCode as number | null), reports as number),
    ),
  )
  expect(pids.size).toBeGreaterThan(1)
  expect(pids.size).toBeLessThanOrEqual(sessions)
  const owner = open(`${pooled}?prepare=false`)
  for (let i = 0; i < 20; i += 1) {
    const [left] = await owner.execute<{ role: string | null; as: string }>(
      sql`select nullif(current_setting('fadu.role', true), '') as role, current_user::text as as`,
    )
    expect(left).toEqual({ role: null, as: "fadu" })
  }
})

test("a backup goes through the pooler, the same as past it", async () => {
  const newest = migrationNames("db/migrations").at(-1) ?? ""
  const linesOf = async (url: string) => {
    const lines: string[] = []
    await copyOut(open(url), newest, async (line) => void lines.push(line))
    return lines
  }
  const lines = await linesOf(`${pooled}?prepare=false`)
  expect(lines.length).toBeGreaterThan(41_000)
  expect(lines).toEqual(await linesOf(direct))
})
