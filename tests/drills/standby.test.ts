import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, test } from "vitest"
import { seal } from "@/db/as-actor"
import { connect, connectSpread, type Database } from "@/db/connect"
import { migrateDatabase } from "@/db/migrate"
import { createAccount } from "@/services/accounts/create-account"
import { findVisitor } from "@/services/accounts/find-visitor"
import { signIn } from "@/services/accounts/sign-in"
import { asReader, type Desk } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { viewPublished } from "@/services/view-published"
import { viewReport } from "@/services/view-report"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"
import { type Postgres, startPostgres } from "@/tests/start-postgres"

/*
 * A real primary and a real streaming standby. The site's pool is opened twice, as two processes of it would.
 */

const town = 331082111
const from = { channel: "web", address: "192.0.2.7" } as const
let primary: Postgres
let standby: Postgres
let ownerOfStandby: ReturnType<typeof connect>
const closing: (() => Promise<void>)[] = []

function openSite() {
  const site = connectSpread(primary.url("fadu"), [standby.url("fadu")])
  closing.push(site.close)
  return site.db
}
const leaderAt = (db: Database) => deskOf(db, "leader", "leader")

const importYear = (desk: Desk, year: number) =>
  importReport(desk, { fileName: "a.txt", bytes: bytesOf(reportText({ year: String(year) })) }, 331082, {
    townCode: town,
    year,
  })

const isOnStandby = (desk: Desk) =>
  asReader(desk, async (tx) => {
    const [row] = await tx.execute<{ standby: boolean }>(sql`select pg_is_in_recovery() as standby`)
    return row?.standby
  })

/** Waits until something is so; false after twenty seconds. */
async function until(isSo: () => Promise<boolean | undefined>): Promise<boolean> {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((done) => setTimeout(done, 100)))
    if (await isSo()) return true
  return false
}

beforeAll(async () => {
  primary = await startPostgres()
  const maintenance = connect({ url: primary.url("postgres") })
  await maintenance.db.execute(sql`create database fadu`)
  await maintenance.close()
  const owner = connect({ url: primary.url("fadu") })
  await migrateDatabase(owner.db, "db/migrations")
  const password = "nineteen towns report"
  await createAccount(deskOf(owner.db, "boss", "administrator"), {
    ...{ username: "zhang", name: "经办人甲", role: "reviewer", townCode: null, password },
  })
  await importYear(deskOf(owner.db), 2023)
  await finishReport(deskOf(owner.db), town, 2023)
  standby = await startPostgres(primary)
  ownerOfStandby = connect({ url: standby.url("fadu") })
  closing.push(owner.close, ownerOfStandby.close)
})
afterAll(async () => {
  await Promise.all(closing.map((close) => close()))
  await standby.stop()
  await primary.stop()
})

test("pages are read from the standby", async () => {
  const desk = leaderAt(openSite())
  expect(await until(() => isOnStandby(desk))).toBe(true)
  const served = async () => {
    const [row] = await ownerOfStandby.db.execute<{ scans: number }>(
      sql`select (seq_scan + idx_scan)::int as scans from pg_stat_user_tables where relname = 'observations'`,
    )
    return row?.scans ?? 0
  }
  const before = await served()
  for (let i = 0; i < 20; i += 1)
    expect((await viewPublished(desk, town, 2023))?.figures.length).toBeGreaterThan(0)
  expect(await until(async () => (await served()) > before)).toBe(true)
})

test("who just decided sees it while the standby is behind, in any process; others see what the standby has", async () => {
  const db = openSite()
  const { token } = await signIn(deskOf(db, "public", "public"), {
    ...{ username: "zhang", password: "nineteen towns report", userAgent: null },
  })
  const person = async (at: Database): Promise<Desk> => {
    const { actor } = await findVisitor(seal(at), from, token)
    return { database: seal(at), actor, from, now: new Date() }
  }
  await importYear(await person(db), 2024)
  const leader = leaderAt(openSite())
  expect(await until(async () => (await isOnStandby(await person(db))) && isOnStandby(leader))).toBe(true)
  await ownerOfStandby.db.execute(sql`select pg_wal_replay_pause()`)
  await until(async () => {
    const [row] = await ownerOfStandby.db.execute<{ state: string }>(
      sql`select pg_get_wal_replay_pause_state() as state`,
    )
    return row?.state === "paused"
  })
  // One request, whose visitor was looked up before anything was decided.
  const desk = await person(db)
  await finishReport(desk, town, 2024)
  expect((await viewReport(desk, town, 2024, null, "zh"))?.publications.length).toBe(1)
  expect(await isOnStandby(desk)).toBe(false)
  const elsewhere = await person(openSite())
  expect((await viewReport(elsewhere, town, 2024, null, "zh"))?.publications.length).toBe(1)
  expect(await isOnStandby(leader)).toBe(true)
  expect((await viewPublished(leader, town, 2024))?.publications.length).toBe(0)
  await ownerOfStandby.db.execute(sql`select pg_wal_replay_resume()`)
  expect(await until(async () => isOnStandby(await person(db)))).toBe(true)
  expect(await until(async () => (await viewPublished(leader, town, 2024))?.publications.length === 1)).toBe(
    true,
  )
})

test("the standby is lost under load, hangs, and comes back: no read fails, and reads return to it", async () => {
  const desk = leaderAt(openSite())
  expect(await until(() => isOnStandby(desk))).toBe(true)
  let going = true
  let [reads, slowest] = [0, 0]
  const read = async () => {
    while (going) {
      const began = performance.now()
      const view = await viewPublished(desk, town, 2023)
      if (view?.figures.length !== 3) throw new Error(`${view?.figures.length} figures`)
      slowest = Math.max(slowest, performance.now() - began)
      reads += 1
    }
  }
  const readers = Promise.all(Array.from({ length: 8 }, read))
  const readsMore = async () => {
    const before = reads
    return until(async () => reads > before + 40)
  }
  try {
    expect(await readsMore()).toBe(true)
    await standby.kill()
    expect(await readsMore()).toBe(true)
    expect(await isOnStandby(desk)).toBe(false)
    await standby.start()
    expect(await until(() => isOnStandby(desk))).toBe(true)
    expect(await readsMore()).toBe(true)
    standby.freeze(true)
    expect(await readsMore()).toBe(true)
    standby.freeze(false)
    expect(await until(() => isOnStandby(desk))).toBe(true)
  } finally {
    standby.freeze(false)
    going = false
    await readers
  }
  expect(reads).toBeGreaterThan(200)
  expect(slowest).toBeLessThan(10_000)
  console.log(`${reads} reads, none failed; the slowest took ${Math.round(slowest)} ms`)
})
