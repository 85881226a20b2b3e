import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterEach, expect, inject, test } from "vitest"
import { connect, type Database } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { migrateDatabase } from "@/db/migrate"
import { checkAudit } from "@/services/check-audit"
import { checkDatabase } from "@/services/check-database"
import { importReport } from "@/services/import-report"
import { isDatabaseAway, isDiskFull } from "@/services/problem"
import { writeBackup } from "@/services/write-backup"
import { copyFolder } from "@/tests/databases"
import { openSmallDisk, type SmallDisk } from "@/tests/drills/small-disk"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"
import { startPostgres } from "@/tests/start-postgres"

const county = 331082
const [shore, bridge] = [331082111, 331082100]
const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

function smallDisk(megabytes: number): SmallDisk {
  const disk = openSmallDisk(megabytes)
  open.push(disk.close)
  return disk
}

const put = (db: Database, town: string, year: number) =>
  importReport(
    deskOf(db),
    { fileName: `${town}${year}.txt`, bytes: bytesOf(reportText({ town, year: String(year) })) },
    county,
  )

/** Imports until the disk is full, which is said in so many words; what was there before stays, and nothing half done. */
async function fillUp(db: Database, { fill, clear }: SmallDisk) {
  await put(db, "沿江镇", 2024)
  await finishReport(deskOf(db), shore, 2024)
  fill()
  let stored = 1
  const refused: unknown = await (async () => {
    for (let year = 2023; year > 1990; year -= 1) {
      await put(db, "汛桥镇", year)
      stored += 1
    }
  })().catch((error) => error)
  expect(isDiskFull(refused) || isDatabaseAway(refused), String(refused)).toBe(true)
  clear()
  const [kept] = await db.execute<{ reports: number; candidates: number }>(sql`
    select count(*)::int as reports, (select count(distinct report_id)::int from candidates) as candidates from reports`)
  expect(kept).toEqual({ reports: stored, candidates: stored })
  expect((await checkDatabase(db)).broken).toBe(0)
  expect(await checkAudit(db, [])).toMatchObject({ brokenAt: null, headDiffers: false })
  await put(db, "汛桥镇", 2024)
  await finishReport(deskOf(db), bridge, 2024)
}

test("a server's disk is full: writes are refused, all or nothing, and go on once there is room", async () => {
  const disk = smallDisk(220)
  const server = await disk.within(() => startPostgres())
  open.push(server.stop)
  const maintenance = connect({ url: server.url("postgres") })
  await maintenance.db.execute(sql`create database fadu`)
  await maintenance.close()
  const { db, close } = connect({ url: server.url("fadu") })
  open.push(close)
  await migrateDatabase(db, "db/migrations")
  await fillUp(db, disk)
})

test("the embedded database's disk is full: the same", async () => {
  const disk = smallDisk(160)
  const folder = disk.within(() => copyFolder(inject("embeddedTemplate")))
  const embedded = await openEmbedded(folder)
  const { db, close } = connect({ socket: embedded.socket })
  open.push(embedded.close, close)
  await fillUp(db, disk)
})

test("a backup that finds no room says so, and leaves no part of itself and the last one as it was", async () => {
  const disk = smallDisk(4)
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database fadu_no_room template fadu_template`)
  await maintenance.close()
  const { db, close } = connect({ url: inject("serverUrl").replace(/[^/]+$/, "fadu_no_room") })
  open.push(close)
  const file = join(disk.path, "fadu.backup")
  disk.fill()
  const refused: unknown = await writeBackup(db, file).catch((error) => error)
  expect(isDiskFull(refused), String(refused)).toBe(true)
  expect(readdirSync(disk.path)).toEqual(["ballast"])
  disk.clear()
  await writeBackup(db, file)
  expect(existsSync(file)).toBe(true)
})
