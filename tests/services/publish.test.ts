import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { listObservations } from "@/db/reads/list-observations"
import { acceptReport } from "@/services/accept-report"
import { checkDatabase } from "@/services/check-database"
import { decideCandidate } from "@/services/decide-candidate"
import { asActor } from "@/services/desk"
import { dismissNumbers } from "@/services/dismiss-numbers"
import { enterSource } from "@/services/enter-source"
import { importReport } from "@/services/import-report"
import { judgeFinding } from "@/services/judge-finding"
import { markFigure } from "@/services/mark-figure"
import { publishReport, publishYear } from "@/services/publish-report"
import { rereadReport } from "@/services/reread-report"
import { viewReport } from "@/services/view-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { decideAll, finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082

describeEachDatabase("publishing a town's year", (opened) => {
  const desk = (name = "经办人甲") => deskOf(opened().db, name)

  async function put(townCode: number, text: string, year = 2024) {
    await importReport(desk(), { fileName: "a.txt", bytes: bytesOf(text) }, county, { townCode, year })
  }
  async function view(townCode: number) {
    const found = await viewReport(desk(), townCode, 2024, null, "zh")
    if (!found) throw new Error("no report")
    return found
  }
  async function correct(townCode: number, metric: string, value: number, note = "镇里来函更正") {
    const reading = (await view(townCode)).readings.find((one) => one.metric === metric)
    const { id: candidateId = "", seen = 0 } = reading ?? {}
    await decideCandidate(desk(), { townCode, candidateId, seen, action: "correct", value, note })
  }
  const publish = (townCode: number, reason: string | null = null, seen: number | null = null) =>
    publishReport(desk(), { townCode, year: 2024, seen, reason })
  const figures = async (townCode: number, asOf: string | null = null) => {
    const query = { towns: [townCode], years: { from: 2024, to: 2024 }, asOf }
    const found = await asActor(desk(), (tx) => listObservations(tx, query))
    const told = await asActor(desk(), (tx) => listObservations(tx, { ...query, sentences: true }))
    const bare = told.map(({ evidence, ...rest }) => ({
      ...rest,
      evidence: evidence && { ...evidence, passage: null },
    }))
    // The same figures with their sentences, which lie elsewhere.
    expect(bare).toEqual(expect.arrayContaining(found))
    expect(told).toHaveLength(found.length)
    expect(told.every(({ evidence }) => evidence?.passage?.sentence.includes(evidence.quote))).toBe(true)
    return Object.fromEntries(
      found.filter(({ reviewed }) => reviewed).map(({ metric, value, flags }) => [metric, [value, ...flags]]),
    )
  }
  const versions = (townCode: number) =>
    opened().db.execute(sql`
      select o.version::int, o.value::int, o.superseded_at is null as current, p.sequence::int, e.sequence::int as ended_by
      from observations o
      join metrics m on m.id = o.metric_id and m.code = 'contracts_reviewed'
      join publications p on p.county_code = o.county_code and p.id = o.publication_id
      left join publications e on e.county_code = o.county_code and e.id = o.ended_by_id
      where o.town_code = ${townCode} order by o.version`)
  const counted = async () =>
    (
      await opened().db.execute(sql`select
        (select count(*)::int from observations) as o, (select count(*)::int from publications) as p,
        (select count(*)::int from decisions) as d, (select count(*)::int from candidates) as c,
        (select count(*)::int from documents) as f, (select count(*)::int from audit_log) as a`)
    )[0]

  test("nothing is published while a reading, a number or a finding is open", async () => {
    const town = 331082100
    await put(town, reportText({ town: "汛桥镇", disputes: "@", extra: "另有代号7351待定。" }))
    const before = await view(town)
    expect(before.findings.map(({ check }) => check)).toContain("unfilled-placeholder")
    expect(before.unclaimed.map(({ quote }) => quote)).toEqual(["7351"])
    const facts = await counted()
    await expect(publish(town)).rejects.toThrow("not_done")
    expect(await counted()).toEqual(facts)
    await decideAll(desk(), town, 2024)
    expect((await view(town)).left).toBe(0)
    expect(await publish(town)).toBe(4)
    expect(await figures(town)).toEqual({
      meetings_held: [4],
      contracts_reviewed: [41],
      disputes_mediated: [null],
    })
    expect((await view(town)).publications).toMatchObject([
      { sequence: 1, reason: null, publishedBy: "经办人甲" },
    ])
  })

  test("each of the three kinds of open things alone keeps a report from being published", async () => {
    const town = 331082101
    await put(town, reportText({ town: "东塍镇", disputes: "@", extra: "另有代号7351待定。" }))
    await decideAll(desk(), town, 2024)
    const { findings, readings } = await view(town)
    const [finding, reading] = [findings[0], readings[0]]
    if (!finding || !reading) throw new Error("nothing read")
    const at = { townCode: town, year: 2024 }
    await judgeFinding(desk(), { ...at, findingId: finding.id, seen: 1, action: "undo" })
    await expect(publish(town)).rejects.toThrow("not_done: 1")
    await expect(
      judgeFinding(desk(), { ...at, findingId: finding.id, seen: 2, action: "overrule" }),
    ).rejects.toThrow("note_needed")
    const overruled = { findingId: finding.id, seen: 2, action: "overrule", note: "已向镇里核实" } as const
    await judgeFinding(desk(), { ...at, ...overruled })
    const start = (await view(town)).unclaimed[0]?.start ?? -1
    await dismissNumbers(desk(), { ...at, starts: [start], action: "undo" })
    await expect(publish(town)).rejects.toThrow("not_done: 1")
    await dismissNumbers(desk(), { ...at, starts: [start], action: "dismiss" })
    await decideCandidate(desk(), { townCode: town, candidateId: reading.id, seen: 1, action: "undo" })
    await expect(publish(town)).rejects.toThrow("not_done: 1")
    await decideCandidate(desk(), { townCode: town, candidateId: reading.id, seen: 2, action: "accept" })
    expect(await publish(town)).toBe(4)
  })

  test("a revision needs a reason, makes new versions of what changed only, and the old value stays readable as of its day", async () => {
    const town = 331082103
    await put(town, reportText({ town: "汇溪镇" }))
    await finishReport(desk(), town, 2024)
    await expect(publish(town, "再发一次")).rejects.toThrow("nothing_to_publish")
    await correct(town, "contracts_reviewed", 43)
    expect((await view(town)).changes).toMatchObject([
      { kind: "result", metric: "contracts_reviewed", before: { value: 41 }, after: { value: 43 } },
    ])
    expect(await figures(town)).toMatchObject({ contracts_reviewed: [41] })
    await expect(publish(town)).rejects.toThrow("reason_needed")
    expect(await publish(town, "镇里来函更正")).toBe(1)
    expect(await figures(town)).toEqual({
      meetings_held: [4],
      contracts_reviewed: [43, "revised"],
      disputes_mediated: [27],
    })
    expect(await versions(town)).toEqual([
      { version: 1, value: 41, current: false, sequence: 1, ended_by: 2 },
      { version: 2, value: 43, current: true, sequence: 2, ended_by: null },
    ])
    // The first publication is put two days back, so that yesterday stood between the two.
    await opened().db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`
        update observations set recorded_at = recorded_at - interval '2 days' where town_code = ${town} and version = 1`)
    })
    const day = (back: number) =>
      new Date(Date.now() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10)
    expect(await figures(town, day(3))).toEqual({})
    expect(await figures(town, day(1))).toMatchObject({ contracts_reviewed: [41] })
    expect(await figures(town, day(0))).toMatchObject({ contracts_reviewed: [43, "revised"] })
  })

  test("a figure that is rejected after it was published ends by the revision, and comes back by the next", async () => {
    const town = 331082104
    await put(town, reportText({ town: "小芝镇" }))
    await finishReport(desk(), town, 2024)
    const { id, seen } =
      (await view(town)).readings.find(({ metric }) => metric === "contracts_reviewed") ?? {}
    const on = { townCode: town, candidateId: id ?? "" }
    await decideCandidate(desk(), { ...on, seen: seen ?? 0, action: "reject", note: "口径不符" })
    expect(await publish(town, "口径不符，撤下")).toBe(1)
    expect(Object.keys(await figures(town)).sort()).toEqual(["disputes_mediated", "meetings_held"])
    await decideCandidate(desk(), { ...on, seen: (seen ?? 0) + 1, action: "undo" })
    await decideCandidate(desk(), { ...on, seen: (seen ?? 0) + 2, action: "accept" })
    expect(await publish(town, "口径已核实")).toBe(1)
    expect(await versions(town)).toEqual([
      { version: 1, value: 41, current: false, sequence: 1, ended_by: 2 },
      { version: 2, value: 41, current: true, sequence: 3, ended_by: null },
    ])
  })

  test("published figures can be changed by nobody, whatever the statement", async () => {
    const town = 331082107
    await put(town, reportText({ town: "括苍镇" }))
    await finishReport(desk(), town, 2024)
    const { db } = opened()
    for (const statement of [
      sql`update observations set value = 1 where town_code = ${town}`,
      sql`update observations set superseded_at = now(), value = 1 where town_code = ${town}`,
      sql`delete from observations where town_code = ${town}`,
      sql`update publications set reason = 'x' where town_code = ${town}`,
      sql`delete from publications where town_code = ${town}`,
    ]) {
      const refused = await db.execute(statement).catch((error: Error) => (error.cause as Error).message)
      expect(refused).toMatch(/keeps every version|append-only|are kept/)
    }
  })

  test("whoever publishes without having seen the last change is told, and of two at once one publishes", async () => {
    const town = 331082108
    await put(town, reportText({ town: "永丰镇" }))
    const { events: untouched, readings } = await view(town)
    await decideAll(desk(), town, 2024)
    const { events } = await view(town)
    expect(events).toBe(untouched + readings.length)
    await correct(town, "contracts_reviewed", 44)
    await expect(publish(town, null, events)).rejects.toThrow("changed_meanwhile")
    const seen = (await view(town)).events
    expect(seen).toBe(events + 1)
    const outcomes = await Promise.all(
      [1, 2].map(() => publish(town, null, seen).catch((error: Error) => error.message)),
    )
    expect(outcomes.sort()).toEqual([4, "changed_meanwhile"])
    expect((await view(town)).publications).toHaveLength(1)
  })

  test("a number is assigned by its place in the text, with the words as evidence; taken back, it is open again", async () => {
    const town = 331082109
    await put(town, reportText({ town: "尤溪镇", extra: "另有纸本1.2万余份。" }))
    const at = { townCode: town, year: 2024 }
    const { text, unclaimed } = await view(town)
    expect(unclaimed.map(({ quote, isOpen }) => [quote, isOpen])).toEqual([["1.2万余份", true]])
    const start = text.indexOf("1.2万")
    const mark = { ...at, metric: "case_files_audited", kind: "result" } as const
    const facts = await counted()
    for (const [from, to, problem] of [
      [start - 4, start - 1, "nothing_marked"],
      [start, start, "nothing_marked"],
      [0, text.length + 1, "nothing_marked"],
    ] as const)
      await expect(markFigure(desk(), { ...mark, start: from, end: to })).rejects.toThrow(problem)
    expect(await counted()).toEqual(facts)
    await markFigure(desk(), { ...mark, start: start - 2, end: start + 6 })
    const marked = (await view(town)).readings.find(({ origin }) => origin === "marked")
    expect(marked).toMatchObject({
      ...{ value: 12000, exactness: "over", quote: "纸本1.2万余份", state: "accept", rule: "marked" },
      sentence: "另有纸本1.2万余份。",
    })
    expect((await view(town)).unclaimed).toEqual([])
    await decideCandidate(desk(), { townCode: town, candidateId: marked?.id ?? "", seen: 1, action: "undo" })
    const taken = await view(town)
    expect(taken.readings.some(({ origin }) => origin === "marked")).toBe(false)
    expect(taken.unclaimed.map(({ isOpen }) => isOpen)).toEqual([true])
    await acceptReport(desk(), town, 2024)
    expect((await view(town)).readings.some(({ origin }) => origin === "marked")).toBe(false)
  })

  test("a figure that the report does not give rests on a letter or a call, whose words are kept once", async () => {
    const town = 331082110
    await put(town, reportText({ town: "涌泉镇" }))
    const call = {
      ...{ townCode: town, year: 2024, source: "call" as const, reference: "司法所来电，2025年3月2日" },
      words: "全年评查案卷8件，其中合格7件。\0",
    }
    await expect(
      enterSource(desk(), { ...call, metric: "case_files_audited", value: 8, words: " " }),
    ).rejects.toThrow("source_needed")
    await expect(enterSource(desk(), { ...call, metric: "case_files_audited", value: 8.5 })).rejects.toThrow(
      "value_not_valid",
    )
    await enterSource(desk(), { ...call, metric: "case_files_audited", value: 8 })
    await enterSource(desk(), { ...call, metric: "case_files_passed", value: 7 })
    const { readings, broken } = await view(town)
    expect(broken).toBe(0)
    expect(readings.filter(({ origin }) => origin === "source")).toMatchObject([
      {
        metric: "case_files_audited",
        value: 8,
        source: "call",
        heading: call.reference,
        quote: "全年评查案卷8件，其中合格7件。",
      },
      { metric: "case_files_passed", value: 7, source: "call" },
    ])
    const kept = await opened().db.execute(sql`select from documents where reader = 'call'`)
    expect(kept).toHaveLength(1)
    await finishReport(desk(), town, 2024)
    expect(await figures(town)).toMatchObject({ case_files_audited: [8], case_files_passed: [7] })
  })

  test("a chart has the first words of a figure that rests on a long letter; who opens it has them all", async () => {
    const town = 331082113
    await put(town, reportText({ town: "上盘镇" }))
    // A character of two code units at the very end of what is kept.
    const [kept, words] = [`${"核".repeat(199)}𠮷`, `${"核".repeat(199)}𠮷林`]
    await enterSource(desk(), {
      ...{ townCode: town, year: 2024, metric: "risk_assessments", value: 3 },
      ...{ source: "letter", reference: "来函", words },
    })
    await finishReport(desk(), town, 2024)
    const said = async (sentences: boolean) => {
      const query = { towns: [town], metrics: ["risk_assessments" as const], sentences }
      const found = await asActor(desk(), (tx) => listObservations(tx, query))
      return found.map(({ reviewed, evidence }) => [reviewed, evidence])
    }
    const start = "来函\n".length
    expect(await said(false)).toEqual([[true, { start, quote: kept, passage: null }]])
    const passage = { end: start + words.length, sentence: words }
    expect(await said(true)).toEqual([[true, { start, quote: words, passage }]])
    // Whatever would make them differ is told by the check.
    expect((await checkDatabase(opened().db)).broken).toBe(0)
    const strayed = opened().db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update observations set starts_at = starts_at + 1 where town_code = ${town}
        and metric_id = (select id from metrics where code = 'risk_assessments')`)
      await tx.execute(sql`update observations set quote = '核' where town_code = ${town}
        and metric_id = (select id from metrics where code = 'contracts_reviewed')`)
      throw new Error(String((await checkDatabase(tx)).broken))
    })
    await expect(strayed).rejects.toThrow(/^2$/)
  })

  test("reading again with the same rules changes nothing; with others only what differs comes back", async () => {
    const town = 331082001
    await put(town, reportText({ town: "古城街道", disputes: "@", extra: "另有代号7351待定。" }))
    await decideAll(desk(), town, 2024)
    await enterSource(desk(), {
      ...{ townCode: town, year: 2024, metric: "case_files_audited", value: 8 },
      ...{ source: "letter", reference: "来函", words: "评查案卷8件" },
    })
    const facts = await counted()
    await expect(rereadReport(desk(), town, 2024)).rejects.toThrow("nothing_new")
    expect(await counted()).toEqual(facts)
    // As if earlier rules had read the contracts as 14 and had not seen the meetings at all.
    await opened().db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`
        update candidates set value = 14 where metric_id = (select id from metrics where code = 'contracts_reviewed')
          and report_id in (select id from reports where town_code = ${town})`)
      await tx.execute(sql`
        update candidates set kind = 'part' where metric_id = (select id from metrics where code = 'meetings_held')
          and report_id in (select id from reports where town_code = ${town})`)
    })
    expect(await rereadReport(desk(), town, 2024)).toBe(2)
    const after = await view(town)
    expect(after.version).toBe(2)
    const open = after.readings.filter(({ state }) => state === "open").map(({ metric }) => metric)
    expect(open.sort()).toEqual(["contracts_reviewed", "meetings_held"])
    expect(after.readings.find(({ origin }) => origin === "source")).toMatchObject({
      state: "accept",
      value: 8,
    })
    expect(after.findings.filter(({ state }) => state === "open")).toEqual([])
    expect(after.unclaimed.map(({ isOpen }) => isOpen)).toEqual([false])
  })

  test("a year is published at once: the reports that are done, and no other", async () => {
    const [ready, open] = [331082002, 331082003]
    await put(ready, reportText({ town: "大洋街道" }), 2021)
    await put(open, reportText({ town: "江南街道" }), 2021)
    await decideAll(desk(), ready, 2021)
    expect(await publishYear(desk(), county, 2021)).toEqual([ready])
    expect(await publishYear(desk(), county, 2021)).toEqual([])
  })

  test("a promise that a later plan renewed stays the later plan's when the earlier report is published after it", async () => {
    const town = 331082111
    await put(town, reportText({ town: "沿江镇" }), 2024)
    await finishReport(desk(), town, 2024)
    const [line] = await opened().db.execute(
      sql`select action, after from audit_log order by id desc limit 1`,
    )
    expect(line).toMatchObject({
      action: "report.publish",
      after: { sequence: 1, figures: { "contracts_reviewed/2024": 41, "publicity_events/2025/target": 30 } },
    })
    const text = reportText({ town: "沿江镇", year: "2023" }).replace("活动30场", "活动45场")
    await put(town, text, 2023)
    await opened().db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`)
      await tx.execute(sql`update candidates set reference_year = 2025 where kind = 'target' and value = 45`)
    })
    await finishReport(desk(), town, 2023)
    const promised = await opened().db.execute(sql`
      select reference_year::int as year, value::int from targets
      where town_code = ${town} and superseded_at is null`)
    expect(promised).toEqual([{ year: 2025, value: 30 }])
  })

  test("whatever a form sends, it is refused in words and leaves nothing", async () => {
    const at = { townCode: 331082111, year: 2024 }
    const facts = await counted()
    const tries: (() => Promise<unknown>)[] = [
      () => judgeFinding(desk(), { ...at, findingId: "x", seen: 0, action: "confirm" }),
      () => judgeFinding(desk(), { ...at, findingId: crypto.randomUUID(), seen: "?", action: "confirm" }),
      () => dismissNumbers(desk(), { ...at, starts: ["", "a"], action: "dismiss" }),
      () => dismissNumbers(desk(), { ...at, starts: [], action: "dismiss" }),
      () => publishReport(desk(), { ...at, seen: "x", reason: null }),
      () => publishReport(desk(), { ...at, seen: null, reason: "x".repeat(2001) }),
      () => markFigure(desk(), { ...at, start: -1, end: 3, metric: "contracts_reviewed", kind: "result" }),
      () => markFigure(desk(), { ...at, start: 0, end: 3, metric: "toString", kind: "result" }),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toThrow("value_not_valid")
    expect(await counted()).toEqual(facts)
  })

  test("what a person notes is published as it was written, whatever signs are in it", async () => {
    const town = 331082106
    const note = `"他说" \\ {NULL}, 'x' , null`
    await put(town, reportText({ town: "白水洋镇", contracts: "15" }))
    await correct(town, "contracts_reviewed", 1658, note)
    await finishReport(desk(), town, 2024)
    const kept = await opened().db.execute(sql`
      select value::float8, reason, missing from observations where town_code = ${town} and value = 1658`)
    expect([...kept]).toEqual([{ value: 1658, reason: note, missing: null }])
  })

  test("only the reviewer publishes", async () => {
    for (const role of ["administrator", "leader", "auditor", "public"] as const) {
      const other = deskOf(opened().db, role, role)
      await expect(
        publishReport(other, { townCode: 331082111, year: 2024, seen: null, reason: "x" }),
      ).rejects.toThrow("not_allowed")
    }
  })
})
