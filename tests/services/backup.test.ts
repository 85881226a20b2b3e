import { createHash, randomUUID } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync, gzipSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { afterAll, expect, inject, test } from "vitest"
import { connect, type Database } from "@/db/connect"
import { answerRequest } from "@/services/api/answer-request"
import { checkAudit } from "@/services/check-audit"
import { checkDatabase } from "@/services/check-database"
import { importReport } from "@/services/import-report"
import { BackupFault, verifyBackup } from "@/services/read-backup"
import { NotEmpty, restoreBackup } from "@/services/restore-backup"
import { writeBackup } from "@/services/write-backup"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const folder = mkdtempSync(join(tmpdir(), "fadu-backup-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const [county, shore, bridge] = [331082, 331082111, 331082100]

/** An empty database of the server, as a new machine has it. */
async function emptyServer() {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)}`)
  await maintenance.close()
  return connect({ url: inject("serverUrl").replace(/[^/]+$/, name) })
}

async function exported(db: Database) {
  const query = new URLSearchParams("metric=contracts_reviewed,disputes_mediated&format=csv")
  const asked = { resource: "series", query, accept: "", ifNoneMatch: null } as const
  return String((await answerRequest(deskOf(db), county, asked)).body)
}

describeEachDatabase("a backup", (opened) => {
  const desk = () => deskOf(opened().db)
  const put = (townCode: number, text: string) =>
    importReport(desk(), { fileName: "a.txt", bytes: bytesOf(text) }, county, { townCode, year: 2024 })
  const path = join(folder, `${randomUUID()}.backup`)

  test("is the database as it stood at one moment, whoever works meanwhile", async () => {
    await put(shore, reportText({ contracts: "41", extra: "行分隔符\u2028与引号\"'\\都在。" }))
    await finishReport(desk(), shore, 2024)
    const [{ rows }] = await Promise.all([
      writeBackup(opened().db, path),
      put(bridge, reportText({ town: "汛桥镇" })),
    ])
    const { head, rows: verified } = await verifyBackup(path)
    expect(verified).toBe(rows)
    expect(head.tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["documents", "audit_log", "accounts"]),
    )
    const lines = gunzipSync(readFileSync(path)).toString().split("\n")
    const held = lines.filter((line) => line.startsWith("reports ")).length
    expect([1, 2]).toContain(held)
    expect(lines.filter((line) => line.startsWith("documents "))).toHaveLength(held)
  })

  test("put back on an empty machine gives byte-equal exports, a byte-equal backup, and a log that goes on", async () => {
    await writeBackup(opened().db, path)
    const before = await exported(opened().db)
    expect(before).toContain(",41,")
    const fresh = await emptyServer()
    const { sha256 } = await restoreBackup(fresh.db, path, false)
    expect(await exported(fresh.db)).toBe(before)
    const again = join(folder, `${randomUUID()}.backup`)
    expect((await writeBackup(fresh.db, again)).sha256).toBe(sha256)
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
    expect(await checkDatabase(fresh.db)).toMatchObject({ broken: 0, wrongTotals: 0 })
    await importReport(
      deskOf(fresh.db),
      { fileName: "b.txt", bytes: bytesOf(reportText({ town: "东塍镇" })) },
      county,
      { townCode: 331082112, year: 2024 },
    )
    expect((await checkAudit(fresh.db, [])).brokenAt).toBeNull()
    await expect(fresh.db.execute(sql`update decisions set note = 'x'`)).rejects.toThrow()
    await fresh.close()
  })

  test("that was damaged or cut off is told apart before anything is replaced", async () => {
    const before = await exported(opened().db)
    const whole = readFileSync(path)
    const text = gunzipSync(whole).toString()
    const spoilt = {
      damaged: gzipSync(text.replace('"value":41', '"value":14')),
      cut_off: whole.subarray(0, Math.floor(whole.length / 2)),
      not_a_backup: gzipSync("hello\n"),
      newer: null,
      missing: null,
    }
    expect(text).toContain('"value":41')
    for (const [code, bytes] of Object.entries(spoilt)) {
      if (bytes === null) continue
      const file = join(folder, `${code}.backup`)
      writeFileSync(file, bytes)
      const error = await restoreBackup(opened().db, file, true).catch((thrown) => thrown)
      expect(error, code).toBeInstanceOf(BackupFault)
      expect(error.code).toBe(code)
    }
    const foreign = text.slice(0, text.lastIndexOf("end ")).concat('pg_authid {"rolname":"x"}\n')
    const sum = createHash("sha256").update(foreign).digest("hex")
    const added = join(folder, "foreign.backup")
    writeFileSync(added, gzipSync(`${foreign}end ${sum}\n`))
    await expect(restoreBackup(opened().db, added, true)).rejects.toThrow("damaged")
    const withoutEnd = join(folder, "without-end.backup")
    writeFileSync(withoutEnd, gzipSync(text.slice(0, text.lastIndexOf("end "))))
    await expect(restoreBackup(opened().db, withoutEnd, true)).rejects.toThrow("cut_off")
    await expect(restoreBackup(opened().db, join(folder, "none"), true)).rejects.toThrow("missing")
    expect(await exported(opened().db)).toBe(before)
  })

  test("replaces what is there only when told to, and all of it", async () => {
    const before = await exported(opened().db)
    await put(331082112, reportText({ town: "东塍镇", contracts: "77" }))
    await expect(restoreBackup(opened().db, path, false)).rejects.toThrow(NotEmpty)
    expect(await exported(opened().db)).toContain(",77,")
    await restoreBackup(opened().db, path, true)
    expect(await exported(opened().db)).toBe(before)
  })

  test("that fails on its way leaves no file", async () => {
    const inTheWay = join(folder, "a file, no folder")
    writeFileSync(inTheWay, "")
    const file = join(inTheWay, "x.backup")
    await expect(writeBackup(opened().db, file)).rejects.toThrow()
    expect(existsSync(file)).toBe(false)
  })
})
