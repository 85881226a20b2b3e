import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { type Answer, answerQuestion } from "@/services/answer-question"
import { type Asked, askTown } from "@/services/ask-town"
import { chooseVersion } from "@/services/choose-version"
import { decideCandidate } from "@/services/decide-candidate"
import { asActor, type Desk } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { proposeCorrection } from "@/services/propose-correction"
import { type Settlement, settleQuestion } from "@/services/settle-question"
import {
  countWaiting,
  type QuestionView,
  threadsOfReport,
  viewQuestion,
  viewQuestions,
} from "@/services/view-questions"
import { viewReport } from "@/services/view-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082

describeEachDatabase("asking the town", (opened) => {
  const office = (name = "reviewer") => deskOf(opened().db, name)
  const townDesk = (townCode: number, name = "镇里") => deskOf(opened().db, name, "town_officer", townCode)
  const say = (work: Promise<unknown>) =>
    work.then(
      () => "saved",
      (error: Error) => error.message.split(":")[0],
    )

  async function put(townCode: number, text: string) {
    await importReport(office(), { fileName: "a.txt", bytes: bytesOf(text) }, county, {
      townCode,
      year: 2024,
    })
  }
  async function reading(townCode: number, metric: string) {
    const view = await viewReport(office(), townCode, 2024, null, "zh")
    const found = view?.readings.find((one) => one.metric === metric)
    if (!found) throw new Error(`no reading of ${metric}`)
    return found
  }
  const ask = (townCode: number, about: Partial<Asked> = {}, desk = office()) =>
    askTown(desk, { townCode, year: 2024, words: "请核实", ...about })
  async function thread(id: string, desk: Desk = office()): Promise<QuestionView> {
    const found = await viewQuestion(desk, id, "zh")
    if (!found) throw new Error("no such thread")
    return found
  }
  const answer = (townCode: number, questionId: string, seen: number, more: Partial<Answer>) =>
    answerQuestion(townDesk(townCode), { questionId, seen, action: "answer", ...more })
  const propose = (townCode: number, questionId: string, seen = 1, value: number | null = 43) =>
    answer(townCode, questionId, seen, {
      action: "propose",
      value,
      source: "2024年合同台账",
      words: "漏数两件",
    })
  const settle = (questionId: string, seen: number, action: Settlement["action"], words?: string) =>
    settleQuestion(office(), { questionId, seen, action, words })
  const rows = async (text: string) => (await opened().db.execute(sql.raw(text))) as unknown as unknown[]
  const auditLines = async () => (await rows("select from audit_log")).length
  const lastLines = (count: number) =>
    rows(`select actor, action, subject, before, after from audit_log order by id desc limit ${count}`)

  test("a reading is asked about, the town proposes a figure, the reviewer takes it: a correction with its source", async () => {
    const town = 331082100
    await put(town, reportText({ town: "汛桥镇" }))
    const { id: candidateId } = await reading(town, "contracts_reviewed")
    const id = await ask(town, { candidateId, words: "是全年数吗？" })
    expect(await thread(id, townDesk(town))).toMatchObject({
      ...{ state: "waiting_for_town", seen: 1, metric: "contracts_reviewed", candidateId, quote: "41件" },
      ...{ townName: "汛桥镇", year: 2024, reading: { kind: "result", value: 41 } },
      sentence: expect.stringContaining("审查各类合同41件"),
      entries: [{ action: "ask", words: "是全年数吗？", byRole: "reviewer", by: "reviewer" }],
    })
    await propose(town, id)
    expect(await thread(id)).toMatchObject({ state: "waiting_for_office", seen: 2 })
    await settle(id, 2, "take")
    expect(await thread(id)).toMatchObject({ state: "closed", seen: 3 })
    expect(await reading(town, "contracts_reviewed")).toMatchObject({
      ...{ state: "correct", corrected: 43, note: "镇街提出，来源：2024年合同台账。说明：漏数两件" },
      decidedBy: "reviewer",
    })
    expect(await lastLines(2)).toMatchObject([
      {
        ...{ actor: "reviewer", action: "question.take", subject: `question:${id}` },
        ...{ before: { state: "waiting_for_office", entries: 2 } },
        after: { townCode: town, referenceYear: 2024, metric: "contracts_reviewed" },
      },
      { action: "candidate.correct", subject: `candidate:${candidateId}`, after: { value: 43 } },
    ])
  })

  test("each entry leaves a line that says who and what; the quote comes from what is stored", async () => {
    const town = 331082101
    const text = reportText({ town: "东塍镇" })
    await put(town, text)
    const start = text.indexOf("27起")
    const id = await ask(town, { start, end: start + 2, words: " 这个数对吗？ " })
    expect(await thread(id)).toMatchObject({
      ...{ quote: "27", start, metric: null, candidateId: null },
      sentence: "成功调处矛盾纠纷27起。",
    })
    await answer(town, id, 1, { words: "对" })
    await settle(id, 2, "ask", "含村里的吗？")
    await answer(town, id, 3, { words: "含" })
    await settle(id, 4, "close")
    expect((await thread(id)).entries.map(({ action, words, by }) => [action, words, by])).toEqual([
      ["ask", "这个数对吗？", "reviewer"],
      ["answer", "对", "镇里"],
      ["ask", "含村里的吗？", "reviewer"],
      ["answer", "含", "镇里"],
      ["close", null, "reviewer"],
    ])
    const lines = (await lastLines(5)) as { actor: string; action: string; after: { words: string } }[]
    expect(lines.map(({ actor, action, after }) => [actor, action, after.words])).toEqual([
      ["reviewer", "question.close", null],
      ["镇里", "question.answer", "含"],
      ["reviewer", "question.ask", "含村里的吗？"],
      ["镇里", "question.answer", "对"],
      ["reviewer", "question.ask", "这个数对吗？"],
    ])
  })

  test("a figure that the report does not give is taken as a figure that rests on the answer", async () => {
    const town = 331082103
    await put(town, reportText({ town: "汇溪镇" }))
    const about = await ask(town, { metric: "penalties_imposed", words: "全年处罚多少件？" })
    expect(await thread(about)).toMatchObject({ metric: "penalties_imposed", candidateId: null, quote: null })
    await propose(town, about, 1, 8)
    await settle(about, 2, "take")
    const entered = await rows(`
      select c.value::int, c.origin, c.kind, e.heading, e.quote, d.reader, x.action, x.decided_by
      from candidates c join evidence e on e.id = c.evidence_id join documents d on d.id = e.document_id
      join decisions x on x.candidate_id = c.id join reports r on r.id = c.report_id
      where r.town_code = ${town} and c.origin = 'source'`)
    expect(entered).toEqual([
      {
        ...{ value: 8, origin: "source", kind: "result", heading: "汇溪镇答复：2024年合同台账" },
        quote: expect.stringMatching(/：8件\n漏数两件$/),
        ...{ reader: "answer", action: "accept", decided_by: "reviewer" },
      },
    ])
  })

  test("a metric or a finding that one reading answers to is about that reading, unless it was rejected", async () => {
    const town = 331082104
    await put(town, reportText({ town: "小芝镇", disputes: "@" }))
    const view = await viewReport(office(), town, 2024, null, "zh")
    const finding = view?.findings.find(({ check }) => check === "unfilled-placeholder")
    const hole = await reading(town, "disputes_mediated")
    const asked = await thread(await ask(town, { findingId: finding?.id }))
    expect(asked).toMatchObject({
      ...{ candidateId: hole.id, findingId: finding?.id, metric: "disputes_mediated" },
      ...{ reading: { value: null, missing: "placeholder" }, finding: expect.stringContaining("没有填数") },
    })
    await propose(town, asked.id, 1, 31)
    await settle(asked.id, 2, "take")
    expect(await reading(town, "disputes_mediated")).toMatchObject({ state: "correct", corrected: 31 })

    const contracts = await reading(town, "contracts_reviewed")
    const about = () => ask(town, { metric: "contracts_reviewed", words: "多少？" })
    expect(await thread(await about())).toMatchObject({ candidateId: contracts.id, quote: "41件" })
    await decideCandidate(office(), { townCode: town, candidateId: contracts.id, seen: 0, action: "reject" })
    expect(await thread(await about())).toMatchObject({ candidateId: null, quote: null })
  })

  test("a town officer proposes a correction of the own report unasked; declined needs words and leaves the reading", async () => {
    const town = 331082107
    await put(town, reportText({ town: "括苍镇" }))
    const { id: candidateId } = await reading(town, "meetings_held")
    const correction = { townCode: town, year: 2024, candidateId, value: 5, source: "会议记录" }
    const id = await proposeCorrection(townDesk(town), correction)
    expect(await proposeCorrection(townDesk(town), correction)).toBe(id)
    expect(await thread(id)).toMatchObject({
      ...{ begunByRole: "town_officer", state: "waiting_for_office", seen: 1 },
    })
    expect(await say(settle(id, 1, "decline"))).toBe("words_needed")
    await settle(id, 1, "decline", "会议记录里有一次是党委会")
    expect(await thread(id)).toMatchObject({ state: "closed", seen: 2 })
    expect(await reading(town, "meetings_held")).toMatchObject({ state: "open", seen: 0 })
  })

  test("another town's officer, and every other role, sees and does nothing", async () => {
    const [town, other] = [331082108, 331082109]
    await put(town, reportText({ town: "永丰镇" }))
    const { id: candidateId } = await reading(town, "contracts_reviewed")
    const id = await ask(town, { candidateId })
    const stranger = townDesk(other, "别的镇")
    expect(await viewQuestion(stranger, id, "zh")).toBeNull()
    expect(await viewQuestions(stranger, {}, "zh")).toEqual([])
    expect(await threadsOfReport(stranger, town, 2024, "zh")).toEqual([])
    expect(await countWaiting(stranger, county)).toBe(0)
    expect(await countWaiting(townDesk(town), county)).toBe(1)
    const before = await auditLines()
    expect(await say(answer(other, id, 1, { words: "是" }))).toBe("not_found")
    const correction = { townCode: town, year: 2024, candidateId, value: 1, source: "x" }
    expect(await say(proposeCorrection(stranger, correction))).toBe("not_allowed")
    const ours = townDesk(town)
    expect(await say(settleQuestion(ours, { questionId: id, seen: 1, action: "close" }))).toBe("not_allowed")
    expect(await say(ask(town, {}, ours))).toBe("not_allowed")
    expect(
      await say(answerQuestion(office(), { questionId: id, seen: 1, action: "answer", words: "x" })),
    ).toBe("not_allowed")
    for (const role of ["administrator", "leader", "auditor", "public"] as const) {
      const desk = deskOf(opened().db, role, role)
      expect(await say(viewQuestions(desk, {}, "zh"))).toBe("not_allowed")
      expect(await say(viewQuestion(desk, id, "zh"))).toBe("not_allowed")
      expect(await say(ask(town, {}, desk))).toBe("not_allowed")
      expect(await countWaiting(desk, county)).toBe(0)
    }
    expect(await auditLines()).toBe(before)
  })

  test("by direct SQL a town reads and answers in its own threads only, and settles none", async () => {
    const [town, other] = [331082110, 331082109]
    await put(town, reportText({ town: "涌泉镇" }))
    const id = await ask(town)
    const [{ report_id: reportId } = { report_id: "" }] = (await rows(
      `select report_id from questions where id = '${id}'`,
    )) as { report_id: string }[]
    const tries = (desk: Desk, statement: string) =>
      asActor(desk, (tx) => tx.execute(sql.raw(statement))).then(
        (result) => `did ${(result as unknown as { count: number }).count}`,
        (error: Error) => (error.cause as Error).message,
      )
    const entry = (townCode: number, role: string, action: string) => `
      insert into question_entries (county_code, question_id, sequence, town_code, action, words, by_role, by_id, by)
      values (${county}, '${id}', 2, ${townCode}, '${action}', 'x', '${role}', 'x', 'x')`
    const begin = (townCode: number, role: string) => `
      insert into questions (county_code, id, town_code, report_id, begun_by_role)
      values (${county}, gen_random_uuid(), ${townCode}, '${reportId}', '${role}')`
    const stranger = townDesk(other)
    for (const table of ["questions", "question_entries"]) {
      expect(await tries(stranger, `select from ${table} where town_code <> ${other}`)).toBe("did 0")
      expect(await tries(townDesk(town), `select from ${table}`)).toBe("did 1")
      expect(await tries(office(), `delete from ${table}`)).toBe("did 0")
      expect(await tries(townDesk(town), `update ${table} set town_code = ${other}`)).toMatch(
        /permission denied/,
      )
      for (const role of ["administrator", "leader", "auditor", "public"] as const)
        expect(await tries(deskOf(opened().db, role, role), `select from ${table}`)).toBe("did 0")
    }
    expect(await tries(stranger, entry(town, "town_officer", "answer"))).toMatch(/row-level security/)
    expect(await tries(stranger, entry(other, "town_officer", "answer"))).toMatch(/foreign key/)
    expect(await tries(stranger, begin(town, "town_officer"))).toMatch(/row-level security/)
    expect(await tries(stranger, begin(other, "town_officer"))).toMatch(/row-level security/)
    const ours = townDesk(town)
    for (const action of ["take", "decline", "close", "ask"])
      expect(await tries(ours, entry(town, "town_officer", action))).toMatch(/row-level security/)
    expect(await tries(ours, entry(town, "reviewer", "answer"))).toMatch(/row-level security/)
    expect(await tries(ours, begin(town, "reviewer"))).toMatch(/row-level security/)
    expect(await tries(ours, entry(town, "town_officer", "answer"))).toBe("did 1")
  })

  test("whoever looked before somebody else spoke is told; of two at once one is saved", async () => {
    const town = 331082002
    await put(town, reportText({ town: "大洋街道" }))
    const { id: candidateId } = await reading(town, "contracts_reviewed")
    const id = await ask(town, { candidateId })
    await propose(town, id)
    expect(await say(answer(town, id, 1, { words: "是" }))).toBe("changed_meanwhile")
    expect(await say(settle(id, 1, "close"))).toBe("changed_meanwhile")
    const take = (name: string) =>
      say(settleQuestion(office(name), { questionId: id, seen: 2, action: "take" }))
    expect((await Promise.all([take("甲"), take("乙")])).sort()).toEqual(["changed_meanwhile", "saved"])
    expect(await reading(town, "contracts_reviewed")).toMatchObject({ corrected: 43, seen: 1 })
    expect(await thread(id)).toMatchObject({ seen: 3 })
  })

  test("the button pressed twice: asked, answered and taken once, and nobody is alarmed", async () => {
    const town = 331082001
    await put(town, reportText({ town: "古城街道" }))
    const { id: candidateId } = await reading(town, "contracts_reviewed")
    const id = await ask(town, { candidateId })
    expect(await ask(town, { candidateId })).toBe(id)
    for (const _ of [1, 2]) await propose(town, id)
    for (const _ of [1, 2]) await settle(id, 2, "take")
    expect(await say(settle(id, 2, "close"))).toBe("changed_meanwhile")
    expect((await thread(id)).entries.map(({ action }) => action)).toEqual(["ask", "propose", "take"])
    expect(await reading(town, "contracts_reviewed")).toMatchObject({ corrected: 43, seen: 1 })
    expect(await lastLines(4)).toMatchObject([
      ...[{ action: "question.take" }, { action: "candidate.correct" }],
      ...[{ action: "question.propose" }, { action: "question.ask" }],
    ])
  })

  test("a closed thread takes nothing more", async () => {
    const town = 331082003
    await put(town, reportText({ town: "江南街道" }))
    const id = await ask(town)
    await settle(id, 1, "close", "已问清")
    expect(await say(answer(town, id, 2, { words: "是" }))).toBe("question_closed")
    for (const action of ["ask", "close", "decline", "take"] as const)
      expect(await say(settle(id, 2, action, "x"))).toBe("question_closed")
    expect(await thread(id)).toMatchObject({ state: "closed", seen: 2 })
    // Nor by direct SQL: the policy looks for the end as well.
    const direct = asActor(townDesk(town), (tx) =>
      tx.execute(sql`
        insert into question_entries (county_code, question_id, sequence, town_code, action, words, by_role, by_id, by)
        values (${county}, ${id}, 3, ${town}, 'answer', 'x', 'town_officer', 'x', 'x')`),
    )
    await expect(direct.catch((error: Error) => (error.cause as Error).message)).resolves.toMatch(
      /row-level security/,
    )
  })

  test("taking is whole or not at all: where the decision is refused, no entry and no line is left", async () => {
    const town = 331082004
    await put(town, reportText({ town: "大田街道" }))
    const { id: candidateId } = await reading(town, "contracts_reviewed")
    const id = await ask(town, { candidateId })
    await propose(town, id)
    await put(town, reportText({ town: "大田街道", contracts: "45" }))
    await chooseVersion(office(), town, 2024, 2)
    const before = await auditLines()
    expect(await say(settle(id, 2, "take"))).toBe("report_does_not_count")
    expect(await thread(id)).toMatchObject({ state: "waiting_for_office", seen: 2, candidateId })
    expect(await auditLines()).toBe(before)
  })

  test("a thread follows its reading into another version where it stands there as well", async () => {
    const town = 331082005
    await put(town, reportText({ town: "邵家渡街道" }))
    const before = await reading(town, "meetings_held")
    const id = await ask(town, { candidateId: before.id })
    await propose(town, id, 1, 5)
    await put(town, reportText({ town: "邵家渡街道", contracts: "45" }))
    await chooseVersion(office(), town, 2024, 2)
    const after = await reading(town, "meetings_held")
    expect(after.id).not.toBe(before.id)
    expect(await threadsOfReport(office(), town, 2024, "zh")).toMatchObject([
      { id, version: 1, candidateId: after.id },
    ])
    await settle(id, 2, "take")
    expect(await reading(town, "meetings_held")).toMatchObject({ state: "correct", corrected: 5 })
  })

  test("bad input changes nothing and leaves no line", async () => {
    const town = 331082112
    await put(town, reportText({ town: "杜桥镇", extra: "执法人员持证率为96.5%。" }))
    const { id: candidateId } = await reading(town, "contracts_reviewed")
    const rate = await ask(town, { metric: "certification_rate" })
    const general = await ask(town)
    const id = await ask(town, { candidateId })
    await put(331082105, reportText({ town: "河头镇" }))
    const stranger = await reading(331082105, "contracts_reviewed")
    const [lines, threads] = [await auditLines(), (await rows("select from questions")).length]
    const entries = (await rows("select from question_entries")).length

    const asked: [Partial<Asked>, string][] = [
      [{ words: " \n " }, "words_needed"],
      [{ words: "字".repeat(2001) }, "words_needed"],
      [{ townCode: 331082113 }, "not_found"],
      [{ year: 2023 }, "not_found"],
      [{ candidateId: stranger.id }, "not_found"],
      [{ candidateId: "x" }, "not_found"],
      [{ metric: "no_such_metric" }, "value_not_valid"],
      [{ findingId: candidateId }, "not_found"],
      [{ start: 10, end: 10 }, "nothing_marked"],
      [{ start: 10, end: 1_000_000 }, "nothing_marked"],
    ]
    for (const [about, code] of asked) expect([about, await say(ask(town, about))]).toEqual([about, code])
    const answered: [string, Partial<Answer>, string][] = [
      [id, { words: "" }, "words_needed"],
      [id, { action: "propose", value: 43 }, "source_needed"],
      [id, { action: "propose", source: "台账" }, "value_not_valid"],
      [id, { action: "propose", value: -1, source: "台账" }, "value_not_valid"],
      [id, { action: "propose", value: 1.5, source: "台账" }, "value_not_valid"],
      [id, { action: "propose", value: Number.NaN, source: "台账" }, "value_not_valid"],
      [rate, { action: "propose", value: 101, source: "台账" }, "rate_above_100"],
      [general, { action: "propose", value: 1, source: "台账" }, "value_not_valid"],
      [candidateId, { words: "x" }, "not_found"],
      ["x", { words: "x" }, "not_found"],
    ]
    for (const [on, said, code] of answered)
      expect([said, await say(answer(town, on, 1, said))]).toEqual([said, code])
    expect(await say(settle(id, 1, "take"))).toBe("not_found")
    expect(await say(settle(id, 1, "ask"))).toBe("words_needed")
    expect(await say(settle(id, 1, "open" as "ask", "x"))).toBe("value_not_valid")
    expect(await auditLines()).toBe(lines)
    expect([
      (await rows("select from questions")).length,
      (await rows("select from question_entries")).length,
    ]).toEqual([threads, entries])
  })

  test("the list: what waits for the reader first, closed last; a town sees its own", async () => {
    const town = 331082113
    await put(town, reportText({ town: "桃渚镇" }))
    const [waits, answered, closed] = [
      await ask(town, { words: "一" }),
      await ask(town, { words: "二" }),
      await ask(town, { words: "三" }),
    ]
    await answer(town, answered, 1, { words: "答" })
    await settle(closed, 1, "close")
    const own = await viewQuestions(townDesk(town), {}, "zh")
    expect(own.map(({ id }) => id)).toEqual([waits, answered, closed])
    const all = await viewQuestions(office(), { countyCode: county }, "zh")
    expect(all.filter(({ townCode }) => townCode === town).map(({ id }) => id)).toEqual([
      ...[answered, waits, closed],
    ])
    expect(await viewQuestions(office(), { countyCode: 331081 }, "zh")).toEqual([])
    expect(await countWaiting(office(), county)).toBe(
      all.filter(({ state }) => state === "waiting_for_office").length,
    )
  })
})
