import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import type { Connection, Database } from "@/db/connect"
import { insertAudit } from "@/db/writes/insert-audit"
import {
  insertReport as insert,
  insertDocument,
  type NewDocument,
  type NewReport,
} from "@/db/writes/insert-report"
import { describeEachDatabase } from "@/tests/each-database"

const town = 331082111
const text = "全年审查合同358件。"

type Report = Omit<NewReport, "document"> & { file: NewDocument }

/** A file and its report, as an import stores them. */
async function insertReport(tx: Connection, { file, ...rest }: Report) {
  const document = await insertDocument(tx, 331082, file, "test")
  return insert(tx, { ...rest, document })
}

function report(parts: Partial<Report> = {}): Report {
  return {
    ...{ townCode: town, referenceYear: 2024, version: 1, counts: true, title: null, issuer: null },
    ...{ indexNumber: null, publishedOn: null, sections: [], unclaimed: [], findings: [], actor: "test" },
    file: {
      sha256: randomUUID(),
      fileName: "a.txt",
      reader: "txt",
      encoding: "utf-8",
      bytes: new Uint8Array([1]),
      text,
    },
    candidates: [
      {
        ...{
          metric: "contracts_reviewed",
          value: 358,
          unit: "件",
          classifier: "件",
          exactness: "exact",
          low: null,
          high: null,
        },
        ...{ missing: null, kind: "result", referenceYear: 2024, scope: null },
        evidence: { start: 6, end: 10, quote: "358件", sentence: text, heading: null, rule: "test" },
      },
    ],
    ...parts,
  }
}

/** The name of the constraint or the message of the trigger that refuses the work. */
async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    for (
      let cause = error as Error & { constraint_name?: string };
      cause;
      cause = cause.cause as typeof cause
    ) {
      if (cause.constraint_name) return cause.constraint_name
      if (!cause.cause) return cause.message
    }
  }
  return "not refused"
}

const observe = (db: Database, parts: string) =>
  db.execute(
    sql.raw(`insert into observations (county_code, town_code, metric_id, reference_year, version, value, missing, starts_at, quote, evidence_id, candidate_id, publication_id, recorded_by)
      select c.county_code, ${town}, c.metric_id, 2024, ${parts}, e.starts_at, e.quote, e.id, c.id, (select id from publications limit 1), 'test'
      from candidates c join evidence e on e.county_code = c.county_code and e.id = c.evidence_id limit 1`),
  )

const publish = (db: Database, parts: string) =>
  db.execute(
    sql.raw(`insert into publications (county_code, id, town_code, reference_year, sequence, reason, report_id, published_by_id, published_by)
      select county_code, gen_random_uuid(), town_code, reference_year, ${parts}, id, 'test', 'test' from reports limit 1`),
  )

describeEachDatabase("constraints of the database itself", (opened) => {
  test("offsets stay within the text", async () => {
    const outside = report({ referenceYear: 2001 })
    const [first] = outside.candidates
    if (!first) throw new Error("no candidate")
    const beyond = { ...first, evidence: { ...first.evidence, end: text.length + 1 } }
    expect(await refusal(insertReport(opened().db, { ...outside, candidates: [beyond] }))).toBe(
      "evidence_within_text",
    )
  })

  test("one version of a report counts, a file is stored once, a town lies in its county", async () => {
    const db = opened().db
    const first = report()
    await db.transaction((tx) => insertReport(tx, first))
    expect(await refusal(db.transaction((tx) => insertReport(tx, report({ version: 2 }))))).toBe(
      "reports_one_counts",
    )
    expect(
      await refusal(db.transaction((tx) => insertReport(tx, report({ version: 1, counts: false })))),
    ).toBe("reports_version_unique")
    const same = report({ version: 3, counts: false, file: first.file })
    expect(await refusal(db.transaction((tx) => insertReport(tx, same)))).toBe("documents_sha256_unique")
    expect(
      await refusal(db.transaction((tx) => insertReport(tx, report({ townCode: 331082999 })))),
    ).toContain("town_code")
  })

  test("a figure is a publication's; a value is null if and only if a reason stands beside it; one version is current; none is changed or removed", async () => {
    const db = opened().db
    expect(await refusal(observe(db, "1, 358, null"))).toMatch(/publication_id/)
    await publish(db, "1, null")
    expect(await refusal(publish(db, "1, null"))).toBe("publications_sequence_unique")
    expect(await refusal(publish(db, "2, null"))).toBe("publications_reason")
    expect(await refusal(observe(db, "1, null, null"))).toBe("observations_value_or_missing")
    expect(await refusal(observe(db, "1, 5, 'placeholder'"))).toBe("observations_value_or_missing")
    await observe(db, "1, 358, null")
    expect(await refusal(observe(db, "2, 359, null"))).toBe("observations_one_current")
    expect(await refusal(db.execute(sql`update observations set value = 1`))).toContain("keeps every version")
    expect(await refusal(db.execute(sql`delete from observations`))).toContain("keeps every version")
    await db.execute(sql`update observations set superseded_at = clock_timestamp()`)
    await observe(db, "2, 359, null")
    expect(
      await refusal(
        db.execute(sql`update observations set superseded_at = clock_timestamp() where version = 1`),
      ),
    ).toContain("keeps every version")
    expect(await db.execute(sql`select version::int, value::int from observations order by version`)).toEqual(
      [
        { version: 1, value: 358 },
        { version: 2, value: 359 },
      ],
    )
  })

  test("what a figure rests on stays, and the audit log only grows", async () => {
    const db = opened().db
    await insertAudit(db, { action: "test", countyCode: null, subject: "test" })
    for (const statement of [
      "update audit_log set actor = 'x'",
      "delete from audit_log",
      "truncate audit_log",
    ]) {
      expect(await refusal(db.execute(sql.raw(statement)))).toContain("append-only")
    }
    for (const table of ["evidence", "candidates"]) {
      expect(await refusal(db.execute(sql.raw(`delete from ${table}`)))).toContain("kept")
    }
    expect(await refusal(db.execute(sql`update evidence set quote = 'x'`))).toContain("append-only")
  })
})
