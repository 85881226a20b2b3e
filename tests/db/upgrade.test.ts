import { randomUUID } from "node:crypto"
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { expect, inject, test } from "vitest"
import { connect } from "@/db/connect"
import { migrateDatabase } from "@/db/migrate"
import { viewPublished } from "@/services/view-published"
import { deskOf } from "@/tests/services/desk-of"

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

test("figures that were accepted before there was publishing are their town and year's first publication", async () => {
  const name = `fadu_${randomUUID().replaceAll("-", "")}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)}`)
  await maintenance.close()
  const { db, close } = connect({ url: inject("serverUrl").replace(/[^/]+$/, name) })
  const earlier = upTo(5)
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
    select o.version::int, o.value::int, p.sequence::int, p.reason, p.published_by, p.report_id = ${report} as ours
    from observations o join publications p on p.id = o.publication_id order by o.version`)
  const first = { sequence: 1, reason: null, published_by: "经办人甲", ours: true }
  expect(kept).toEqual([
    { version: 1, value: 385, ...first },
    { version: 2, value: 358, ...first },
  ])
  const view = await viewPublished(deskOf(db, "leader", "leader"), 331082111, 2024)
  expect(view?.figures.map(({ metric, value }) => [metric, value])).toEqual([["contracts_reviewed", 358]])
  expect(view?.publications).toHaveLength(1)
  expect(view?.history).toMatchObject([{ metric: "contracts_reviewed", value: 385, reason: null }])
  await close()
  rmSync(earlier, { recursive: true, force: true })
})
