import { sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import type { Role } from "@/catalogue/role"
import { asActor, seal } from "@/db/as-actor"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { createAccount } from "@/services/accounts/create-account"
import { askTown } from "@/services/ask-town"
import { decideCandidate } from "@/services/decide-candidate"
import { importReport } from "@/services/import-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const [own, other] = [331082111, 331082100]
const figureTables = [
  ...["documents", "reports", "evidence", "candidates", "decisions", "findings", "observations", "targets"],
  ...[
    "publications",
    "finding_decisions",
    "number_decisions",
    "questions",
    "question_entries",
    "desk_presence",
    "saved_views",
  ],
]
const accountTables = ["accounts", "sessions", "credentials", "verifications", "sign_in_failures"]
type Anyone = Role | "public" | ""

/*
 * Two towns, a report each of four readings: 4 meetings, 41 contracts, 27 disputes, and 30 events as a target. Those of
 * the own town are published; of the other's only the contracts are accepted, and nothing is published. So there are 2
 * reports and documents, 8 readings, 5 decisions, 1 publication with 3 observations and 1 target.
 */
const visible: Record<string, Record<Exclude<Anyone, "">, number>> = {
  documents: counts({ reviewer: 2, town_officer: 1 }),
  reports: counts({ reviewer: 2, town_officer: 1 }),
  evidence: counts({ reviewer: 8, town_officer: 4, leader: 4, administrator: 4 }),
  candidates: counts({ reviewer: 8, town_officer: 4, leader: 4, administrator: 4 }),
  decisions: counts({ reviewer: 5, town_officer: 4 }),
  publications: counts({ reviewer: 1, town_officer: 1, leader: 1, administrator: 1 }),
  finding_decisions: counts({ reviewer: 2, town_officer: 1 }),
  number_decisions: counts({ reviewer: 2, town_officer: 1 }),
  desk_presence: counts({ reviewer: 1 }),
  observations: counts({ reviewer: 3, town_officer: 3, leader: 3, administrator: 3 }),
  published_sentences: counts({ reviewer: 3, town_officer: 3, leader: 3, administrator: 3 }),
  targets: counts({ reviewer: 1, town_officer: 1, leader: 1, administrator: 1 }),
  questions: counts({ reviewer: 2, town_officer: 1 }),
  question_entries: counts({ reviewer: 2, town_officer: 1 }),
  saved_views: counts({ administrator: 1, reviewer: 1, town_officer: 1, leader: 1, auditor: 1 }),
}

function counts(some: Partial<Record<Exclude<Anyone, "">, number>>) {
  return { administrator: 0, reviewer: 0, town_officer: 0, leader: 0, auditor: 0, public: 0, ...some }
}

describeEachDatabase("row-level security, by direct SQL as each role", (opened) => {
  beforeAll(async () => {
    const desk = deskOf(opened().db)
    for (const [townCode, town] of [
      [own, "沿江镇"],
      [other, "汛桥镇"],
    ] as const) {
      const file = { fileName: "a.txt", bytes: bytesOf(reportText({ town })) }
      await importReport(desk, file, 331082, { townCode, year: 2024 })
      await askTown(desk, { townCode, year: 2024, words: "请核实" })
    }
    await finishReport(desk, own, 2024)
    const [row] = await opened().db.execute<{ id: string }>(sql`
      select c.id from candidates c join reports r on r.id = c.report_id join metrics m on m.id = c.metric_id
      where r.town_code = ${other} and m.code = 'contracts_reviewed'`)
    await decideCandidate(desk, { townCode: other, candidateId: row?.id ?? "", seen: 0, action: "accept" })
    // A finding and a number in each report, each with a word on it, and the reviewer at the own town's report.
    await opened().db.execute(sql`
      insert into findings (county_code, id, report_id, check_name, severity, params)
      select county_code, gen_random_uuid(), id, 'late', 'notice', '{}' from reports`)
    await opened().db.execute(sql`
      insert into finding_decisions (county_code, finding_id, sequence, action, decided_by)
      select county_code, id, 1, 'confirm', 'x' from findings`)
    await opened().db.execute(sql`
      insert into number_decisions (county_code, report_id, starts_at, sequence, action, decided_by)
      select county_code, id, 0, 1, 'dismiss', 'x' from reports`)
    await opened().db.execute(sql`
      insert into desk_presence (county_code, report_id, actor_id, name)
      select county_code, id, 'x', 'x' from reports where town_code = ${own}`)
    // A saved view of everybody who is signed in (all are "x" here), and one of somebody else.
    await opened().db.execute(sql`
      insert into saved_views (id, owner_id, position, title, address)
      values (gen_random_uuid(), 'x', 1, 't', ''), (gen_random_uuid(), 'y', 1, 't', '')`)
  })

  const as = <T>(role: Anyone, work: (tx: Connection) => Promise<T>, townCode: number | null = null) =>
    asActor(
      seal(opened().db),
      {
        actor: {
          id: "x",
          name: "x",
          role: role as Role,
          townCode: role === "town_officer" ? (townCode ?? own) : null,
        },
        from: { channel: "web", address: null },
      },
      work,
    )
  test("who acts is settled before the first question of the work, however that is put", async () => {
    const whom = sql`select fadu_role() as role, current_user::text as runs_as`
    const expected = [{ role: "leader", runs_as: "fadu_app" }]
    expect(await as("leader", (tx) => ask(tx, whom))).toEqual(expected)
    expect([...(await as("leader", (tx) => tx.execute(whom)))]).toEqual(expected)
    const [kept] = await as("leader", (tx) => Promise.all([ask(tx, whom), tx.execute(whom)]))
    expect(kept).toEqual(expected)
  })

  const count = (role: Anyone, table: string) =>
    as(role, async (tx) => {
      const [row] = await tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`))
      return row?.n
    })
  const refusal = (role: Anyone, statement: string) =>
    as(role, (tx) => tx.execute(sql.raw(statement))).then(
      (rows) => `did ${(rows as unknown as { count: number }).count}`,
      (error: Error) => (error.cause as Error).message,
    )

  test.each(Object.entries(visible))(
    "who sees how many rows of %s, without any where",
    async (table, expected) => {
      const seen: Record<string, number | undefined> = {}
      for (const role of Object.keys(expected)) seen[role] = await count(role as Role, table)
      expect(seen).toEqual(expected)
      expect(await count("", table)).toBe(0)
    },
  )

  test("a connection of the application sees nothing outside of an actor's transaction", async () => {
    const app = opened().another("fadu_app")
    for (const table of figureTables) {
      expect([table, await app.db.execute(sql.raw(`select from ${table}`))]).toEqual([table, []])
    }
    expect(await app.db.execute(sql`select * from held_reports(331082)`)).toEqual([])
    expect(await app.db.execute(sql`select from published_sentences`)).toEqual([])
    await app.close()
  })

  test("a town officer of another town sees that town's report and no other", async () => {
    const towns = await as(
      "town_officer",
      (tx) => tx.execute<{ town_code: number }>(sql`select town_code from reports`),
      other,
    )
    expect(towns.map((row) => row.town_code)).toEqual([other])
  })

  test("the public reads published figures only while open reading is on", async () => {
    const set = (on: boolean) =>
      as("administrator", (tx) =>
        tx.execute(sql`
          insert into settings (name, value, set_by) values ('open_reading', ${JSON.stringify({ on })}::jsonb, 'x')
          on conflict (name) do update set value = excluded.value`),
      )
    expect(await count("public", "observations")).toBe(0)
    await set(true)
    expect([await count("public", "observations"), await count("public", "candidates")]).toEqual([3, 4])
    expect(await count("public", "published_sentences")).toBe(3)
    expect([await count("public", "reports"), await count("public", "decisions")]).toEqual([0, 0])
    await set(false)
    expect(await count("public", "observations")).toBe(0)
    expect(await count("public", "published_sentences")).toBe(0)
  })

  test("the one view tells everybody what the policies of its tables tell them, and takes nothing", async () => {
    const [views] = await opened().db.execute<{ names: string[] }>(sql`
      select json_agg(relname) as names from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`)
    expect(views?.names).toEqual(["published_sentences"])
    const columns =
      "town_code, metric_id, reference_year, version, value, missing, superseded_at, quote, sentence"
    const joined = `observations o join evidence e on e.county_code = o.county_code and e.id = o.evidence_id`
    const told = async (role: Anyone) => {
      const read = (from: string, own: string) =>
        as(role, (tx) => tx.execute(sql.raw(`select ${own} from ${from} order by town_code, metric_id`)))
      const view = await read("published_sentences", columns)
      expect([role, ...view]).toEqual([role, ...(await read(joined, columns.replace("quote", "e.quote")))])
      return view.length
    }
    const roles = ["reviewer", "town_officer", "leader", "administrator", "auditor", "public", ""] as const
    const rows = []
    for (const role of roles) rows.push(await told(role))
    expect(rows).toEqual([3, 3, 3, 3, 0, 0, 0])
    for (const statement of [
      "delete from published_sentences",
      "update published_sentences set value = 1",
      "insert into published_sentences (county_code) values (1)",
    ])
      expect(await refusal("reviewer", statement)).toMatch(/permission denied|cannot (delete|update|insert)/)
  })

  test("nobody but the reviewer changes figures, and not even they remove a real county's", async () => {
    const statements = [
      "update reports set counts = false",
      "update observations set superseded_at = now()",
      "delete from observations",
      "delete from reports",
      "delete from decisions",
    ]
    for (const role of ["administrator", "town_officer", "leader", "auditor", "public"] as const) {
      for (const statement of statements)
        expect([role, await refusal(role, statement)]).toEqual([role, "did 0"])
      expect(
        await refusal(
          role,
          "insert into findings (county_code, id, report_id, check_name, severity, params) values (331082, gen_random_uuid(), gen_random_uuid(), 'late', 'notice', '{}')",
        ),
      ).toMatch(/row-level security/)
    }
    expect(await refusal("reviewer", "delete from observations")).toBe("did 0")
    expect(await refusal("reviewer", "delete from documents")).toBe("did 0")
    expect(await refusal("reviewer", "update observations set value = 1")).toMatch(/permission denied/)
    expect(await refusal("reviewer", "update towns set code = code")).toMatch(/row-level security/)
  })

  test("account tables open to no role of the application", async () => {
    await createAccount(deskOf(opened().db, "admin", "administrator"), {
      ...{ username: "wang", name: "王", role: "leader", password: "eine lange Losung" },
    })
    for (const role of ["administrator", "reviewer", "auditor", "leader", ""] as const)
      for (const table of accountTables)
        expect(await refusal(role, `select * from ${table}`)).toMatch(/permission denied/)
  })

  test("the audit log is read by the auditor alone, added to by actors, and changed by nobody", async () => {
    const [all] = await opened().db.execute<{ n: number }>(sql`select count(*)::int as n from audit_log`)
    expect(await count("auditor", "audit_log")).toBe(all?.n)
    for (const role of ["administrator", "reviewer", "leader", "public", ""] as const)
      expect([role, await count(role, "audit_log")]).toEqual([role, 0])
    const add = "insert into audit_log (action, subject) values ('x', 'x')"
    expect(await refusal("", add)).toMatch(/row-level security/)
    expect(await refusal("leader", add)).toBe("did 1")
    for (const role of ["administrator", "auditor", "reviewer"] as const) {
      for (const statement of [
        "update audit_log set actor = 'y'",
        "delete from audit_log",
        "truncate audit_log",
      ])
        expect(await refusal(role, statement)).toMatch(/permission denied/)
      expect(await refusal(role, "update audit_head set last_id = 0")).toMatch(/permission denied/)
    }
  })

  test("settings: the administrator's all, the reviewer's only the county and the demonstration", async () => {
    const set = (name: string) =>
      `insert into settings (name, value, set_by) values ('${name}', '{}', 'x') on conflict (name) do update set value = '{}'`
    expect(await refusal("reviewer", set("idle"))).toMatch(/row-level security/)
    expect(await refusal("leader", set("region"))).toMatch(/row-level security/)
    expect(await refusal("reviewer", set("region"))).toBe("did 1")
    expect(await refusal("administrator", set("idle"))).toBe("did 1")
  })

  test("no table was forgotten: each has policies, but the catalogue's metrics", async () => {
    const open = await opened().db.execute<{ relname: string }>(sql`
      select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not relrowsecurity`)
    expect(open.map((row) => row.relname)).toEqual(["metrics"])
  })
})
