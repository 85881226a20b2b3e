import { createHash, randomUUID } from "node:crypto"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { sql } from "drizzle-orm"
import { expect, inject, test } from "vitest"
import { copyOut } from "@/db/backup/copy-out"
import { connect, type Database } from "@/db/connect"
import { migrateDatabase, migrationNames } from "@/db/migrate"
import { readRevision } from "@/db/reads/read-revision"
import { checkAudit } from "@/services/check-audit"
import { importReport } from "@/services/import-report"
import { restoreBackup } from "@/services/restore-backup"
import { viewPublished } from "@/services/view-published"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

/** The migrations up to and with the one of this number, as an earlier release had them. */
function upTo(index: number): string {
  const folder = mkdtempSync(join(tmpdir(), "fadu-migrations-"))
  cpSync("db/migrations", folder, { recursive: true })
  const path = join(folder, "meta/_journal.json")
  const journal = JSON.parse(readFileSync(path, "utf8"))
  journal.entries = journal.entries.slice(0, index + 1)
  writeFileSync(path, JSON.stringify(journal))
  return folder
}

/** An empty database of the server. */
async function emptyDatabase() {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)}`)
  await maintenance.close()
  return inject("serverUrl").replace(/[^/]+$/, name)
}

/** Every schema that was released before there was publishing, by the number of its last migration. */
const before = [0, 1, 2, 3, 4, 5]

test.each(before)(
  "figures that were accepted before there was publishing are their town and year's first publication (from %i)",
  async (index) => {
    const { db, close } = connect({ url: await emptyDatabase() })
    const earlier = upTo(index)
    await migrateDatabase(db, earlier)
    const [document, report, evidence, candidate] = [1, 2, 3, 4].map(() => randomUUID())
    const text = "全年审查合同358件。"
    await db.execute(sql`
    insert into documents (county_code, id, sha256, file_name, reader, encoding, bytes, text, text_length, imported_by)
    values (331082, ${document}, 'x', 'a.txt', 'txt', 'utf-8', '\\x00', ${text}, ${text.length}, 'a')`)
    await db.execute(sql`
    insert into reports (county_code, id, document_id, town_code, reference_year, version, counts, sections, unclaimed, imported_by)
    values (331082, ${report}, ${document}, 331082111, 2024, 1, true, '[]', '[]', 'a')`)
    await db.execute(sql`
    insert into evidence (county_code, id, document_id, text_length, starts_at, ends_at, quote, sentence, rule)
    values (331082, ${evidence}, ${document}, ${text.length}, 6, 10, '358件', ${text}, 'r')`)
    await db.execute(sql`
    insert into candidates (county_code, id, report_id, evidence_id, ordinal, metric_id, kind, reference_year, value, exactness)
    select 331082, ${candidate}, ${report}, ${evidence}, 0, id, 'result', 2024, 358, 'exact' from metrics
    where code = 'contracts_reviewed'`)
    await db.execute(sql`
    insert into observations (county_code, town_code, metric_id, reference_year, version, value, exactness, evidence_id,
      candidate_id, recorded_by, recorded_at, superseded_at)
    select 331082, 331082111, id, 2024, version, value, 'exact', ${evidence}, ${candidate}, '经办人甲',
      ('2025-03-0' || version)::timestamptz, case version when 1 then '2025-03-02'::timestamptz end
    from metrics, (values (1, 385), (2, 358)) v(version, value) where code = 'contracts_reviewed'`)

    await migrateDatabase(db, "db/migrations")
    const kept = await db.execute(sql`
    select o.version::int, o.value::int, o.starts_at, o.quote, p.sequence::int, p.reason, p.published_by, p.report_id = ${report} as ours
    from observations o join publications p on p.id = o.publication_id order by o.version`)
    const first = {
      starts_at: 6,
      quote: "358件",
      sequence: 1,
      reason: null,
      published_by: "经办人甲",
      ours: true,
    }
    expect(kept).toEqual([
      { version: 1, value: 385, ...first },
      { version: 2, value: 358, ...first },
    ])
    // Only the version that holds is added up, for its county and its province.
    expect(
      await db.execute(sql`
      select county_code, total::int, stated, missing from division_totals order by county_code`),
    ).toEqual([
      { county_code: 330000, total: 358, stated: 1, missing: 0 },
      { county_code: 331082, total: 358, stated: 1, missing: 0 },
    ])
    const view = await viewPublished(deskOf(db, "leader", "leader"), 331082111, 2024)
    expect(view?.figures.map(({ metric, value }) => [metric, value])).toEqual([["contracts_reviewed", 358]])
    expect(view?.publications).toHaveLength(1)
    expect(view?.history).toMatchObject([{ metric: "contracts_reviewed", value: 385, reason: null }])
    await close()
    rmSync(earlier, { recursive: true, force: true })
  },
)

test("a county that holds reports has a revision from the start", async () => {
  const { db, close } = connect({ url: await emptyDatabase() })
  const earlier = upTo(6)
  await migrateDatabase(db, earlier)
  const [document, report] = [randomUUID(), randomUUID()]
  await db.execute(sql`
    insert into documents (county_code, id, sha256, file_name, reader, encoding, bytes, text, text_length, imported_by)
    values (331082, ${document}, 'x', 'a.txt', 'txt', 'utf-8', '\\x00', '无', 1, 'a')`)
  await db.execute(sql`
    insert into reports (county_code, id, document_id, town_code, reference_year, version, counts, sections, unclaimed, imported_by)
    values (331082, ${report}, ${document}, 331082111, 2024, 1, true, '[]', '[]', 'a')`)
  await migrateDatabase(db, "db/migrations")
  expect(await readRevision(db, [331082])).toMatch(/:1$/)
  await db.execute(sql`update reports set counts = false where id = ${report}`)
  expect(await readRevision(db, [331082, 331081])).toMatch(/:2$/)
  await close()
  rmSync(earlier, { recursive: true, force: true })
})

/** Every earlier schema that a backup can be of: there was none before. */
const backedUp = migrationNames("db/migrations")
  .map((_, index) => index)
  .slice(7, -1)

/** Publishes the contracts of the only report with nothing but the columns that all those releases had, and the quote where the
 * figure bears it already. */
async function publishAsEarlier(db: Database, bearsQuote: boolean) {
  const [columns, values] = bearsQuote
    ? [sql`, starts_at, quote`, sql`, e.starts_at, e.quote`]
    : [sql``, sql``]
  await db.execute(sql`
    insert into publications (county_code, id, town_code, reference_year, sequence, report_id, published_by_id, published_by)
    select county_code, id, town_code, reference_year, 1, id, 'reviewer', '经办人甲' from reports`)
  await db.execute(sql`
    insert into observations (county_code, town_code, metric_id, reference_year, version, value, exactness, evidence_id,
      candidate_id, publication_id, recorded_by${columns})
    select r.county_code, r.town_code, c.metric_id, r.reference_year, 1, c.value, c.exactness, c.evidence_id, c.id, r.id,
      '经办人甲'${values}
    from reports r join candidates c on c.report_id = r.id join metrics m on m.id = c.metric_id
    join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
    where m.code = 'contracts_reviewed' and c.kind = 'result'`)
}

test.each(backedUp)(
  "a backup of an earlier release is put back and brought to the newest schema (from %i)",
  async (index) => {
    const old = connect({ url: await emptyDatabase() })
    const earlier = upTo(index)
    await migrateDatabase(old.db, earlier)
    const desk = deskOf(old.db)
    await importReport(desk, { fileName: "a.txt", bytes: bytesOf(reportText({ contracts: "41" })) }, 331082)
    await publishAsEarlier(old.db, index > migrationNames("db/migrations").indexOf("0010_spread"))
    const lines: string[] = []
    await copyOut(old.db, migrationNames(earlier).at(-1) ?? "", async (line) => {
      lines.push(`${line}\n`)
    })
    const sum = createHash("sha256").update(lines.join("")).digest("hex")
    const file = join(earlier, "old.backup")
    writeFileSync(file, gzipSync(`${lines.join("")}end ${sum}\n`))
    const fresh = connect({ url: await emptyDatabase() })
    await restoreBackup(fresh.db, file, false)
    const [done] = await fresh.db.execute(
      sql`select count(*)::int as migrations from drizzle.__drizzle_migrations`,
    )
    expect(done).toEqual({ migrations: migrationNames("db/migrations").length })
    const view = await viewPublished(deskOf(fresh.db, "leader", "leader"), 331082111, 2024)
    expect(view?.figures.find(({ metric }) => metric === "contracts_reviewed")?.value).toBe(41)
    expect(await checkAudit(fresh.db, [])).toMatchObject({ brokenAt: null, headDiffers: false })
    await old.close()
    await fresh.close()
    rmSync(earlier, { recursive: true, force: true })
  },
)

test("two servers that migrate at once wait for one another", async () => {
  const url = await emptyDatabase()
  const servers = [connect({ url }), connect({ url })]
  await Promise.all(servers.map(({ db }) => migrateDatabase(db, "db/migrations")))
  const [first] = servers
  const done = await first?.db.execute(sql`
    select count(*)::int as migrations, count(distinct hash)::int as different from drizzle.__drizzle_migrations`)
  const released = migrationNames("db/migrations").length
  expect(done).toEqual([{ migrations: released, different: released }])
  for (const { close } of servers) await close()
})
