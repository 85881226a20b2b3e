import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { acceptReport } from "@/services/accept-report"
import { chooseVersion } from "@/services/choose-version"
import { type DecisionInput, decideCandidate } from "@/services/decide-candidate"
import { importReport } from "@/services/import-report"
import { viewSeries } from "@/services/view-explore"
import { viewReport } from "@/services/view-report"
import { viewTown } from "@/services/view-town"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const county = 331082

describeEachDatabase("deciding on readings", (opened) => {
  const desk = () => deskOf(opened().db)

  async function put(townCode: number, text: string, year = 2024) {
    await importReport(desk(), { fileName: "a.txt", bytes: bytesOf(text) }, county, { townCode, year })
  }
  async function reading(townCode: number, metric: string, version: number | null = null) {
    const view = await viewReport(desk(), townCode, 2024, version, "zh")
    const found = view?.readings.find((one) => one.metric === metric)
    if (!found) throw new Error(`no reading of ${metric}`)
    return found
  }
  async function decide(townCode: number, metric: string, input: Partial<DecisionInput>) {
    const { id, seen } = await reading(townCode, metric)
    await decideCandidate(desk(), { townCode, candidateId: id, seen, action: "accept", note: null, ...input })
  }
  async function point(
    townCode: number,
    metric: "contracts_reviewed" | "disputes_mediated" | "meetings_held",
  ) {
    const years = { from: 2024, to: 2024 }
    const [series] = await viewSeries(desk(), {
      countyCode: county,
      metrics: [metric],
      towns: [townCode],
      ...{ years, sentences: true },
    })
    return series?.points[0]
  }
  const versionsOf = (townCode: number) =>
    opened().db.execute(sql`
      select o.version::int, o.value::int, o.missing, o.superseded_at is null as current, o.flags::int from observations o
      join metrics m on m.id = o.metric_id where o.town_code = ${townCode} and m.code = 'contracts_reviewed' order by o.version`)

  test("a reading is drawn as unreviewed until it is published; then it is an observation with its sentence", async () => {
    const town = 331082100
    await put(town, reportText({ town: "汛桥镇" }))
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: 41, reviewed: false })
    await decide(town, "contracts_reviewed", { action: "accept" })
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: 41, reviewed: false })
    await finishReport(desk(), town, 2024)
    const accepted = await point(town, "contracts_reviewed")
    expect(accepted).toMatchObject({ value: 41, reviewed: true, version: 1, evidence: { quote: "41件" } })
    expect(accepted?.evidence?.passage?.sentence).toContain("审查各类合同41件")
  })

  test("correct, undo, accept again: the decision that holds is drawn, and none of them is a figure yet", async () => {
    const town = 331082101
    await put(town, reportText({ town: "东塍镇" }))
    await decide(town, "contracts_reviewed", { action: "correct", value: 43, note: "镇里来电更正" })
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: 43, reviewed: false })
    await decide(town, "contracts_reviewed", { action: "undo" })
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: 41, reviewed: false })
    await decide(town, "contracts_reviewed", { action: "accept" })
    expect(await versionsOf(town)).toEqual([])
  })

  test("a rejected reading is no figure: the cell is a gap, not a zero", async () => {
    const town = 331082103
    await put(town, reportText({ town: "汇溪镇" }))
    await decide(town, "contracts_reviewed", { action: "reject" })
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: null, reason: "not_stated" })
  })

  test("an unfilled place is accepted as missing; a figure for it needs to say where it comes from", async () => {
    const town = 331082104
    await put(town, reportText({ town: "小芝镇", disputes: "@" }))
    await decide(town, "disputes_mediated", { action: "accept" })
    expect(await point(town, "disputes_mediated")).toMatchObject({ value: null, reason: "placeholder" })
    await expect(decide(town, "disputes_mediated", { action: "correct", value: 31 })).rejects.toThrow(
      "note_needed",
    )
    await decide(town, "disputes_mediated", { action: "correct", value: 31, note: "镇司法所来函" })
    await finishReport(desk(), town, 2024)
    expect(await point(town, "disputes_mediated")).toMatchObject({ value: 31, reviewed: true })
  })

  test("a target is stored for its own year and is no result", async () => {
    const town = 331082107
    await put(town, reportText({ town: "括苍镇" }))
    await finishReport(desk(), town, 2024)
    const view = await viewTown(desk(), town, "zh")
    expect(view?.targets).toMatchObject([
      { metric: "publicity_events", year: 2025, value: 30, reportYear: 2024 },
    ])
    expect(view?.series.map((one) => one.metric)).not.toContain("publicity_events")
  })

  test("of two who decide at once one is told, and nothing is written twice", async () => {
    const town = 331082108
    await put(town, reportText({ town: "永丰镇" }))
    const { id, seen } = await reading(town, "contracts_reviewed")
    const by = (name: string) =>
      decideCandidate(deskOf(opened().db, name), {
        townCode: town,
        candidateId: id,
        seen,
        action: "accept",
        note: null,
      }).then(
        () => "saved",
        (error: Error) => error.message,
      )
    const outcomes = await Promise.all([by("甲"), by("乙")])
    expect(outcomes.sort()).toEqual(["changed_meanwhile", "saved"])
    expect((await reading(town, "contracts_reviewed")).seen).toBe(1)
  })

  test("bad values are refused and leave neither a decision nor a line in the audit log", async () => {
    const town = 331082109
    await put(town, reportText({ town: "尤溪镇", extra: "执法人员持证率为96.5%。" }))
    const lines = async () => (await opened().db.execute(sql`select from audit_log`)).length
    const before = await lines()
    for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      await expect(decide(town, "contracts_reviewed", { action: "correct", value })).rejects.toThrow(
        "value_not_valid",
      )
    }
    await expect(decide(town, "certification_rate", { action: "correct", value: 101 })).rejects.toThrow(
      "rate_above_100",
    )
    await expect(decide(town, "contracts_reviewed", { action: "undo" })).rejects.toThrow("nothing_to_undo")
    expect(await lines()).toBe(before)
  })

  test("accepting the rest leaves what a finding points at", async () => {
    const town = 331082110
    await put(town, reportText({ town: "涌泉镇", disputes: "XX" }))
    const accepted = await acceptReport(desk(), town, 2024)
    const view = await viewReport(desk(), town, 2024, null, "zh")
    const open = view?.readings.filter(({ state }) => state === "open")
    expect(open?.map(({ metric }) => metric)).toEqual(["disputes_mediated"])
    expect(accepted).toBe((view?.readings.length ?? 0) - 1)
  })

  test("choosing another version: equal readings keep their decision, the others wait, published figures stand until the next publication", async () => {
    const town = 331082001
    await put(town, reportText({ town: "古城街道", contracts: "60" }))
    await finishReport(desk(), town, 2024)
    await put(town, reportText({ town: "古城街道", contracts: "66" }))
    await chooseVersion(desk(), town, 2024, 2)
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: 60, reviewed: true })
    expect(await reading(town, "contracts_reviewed")).toMatchObject({ value: 66, state: "open" })
    expect(await reading(town, "meetings_held")).toMatchObject({ state: "accept", note: "← v1" })
    await expect(
      reading(town, "contracts_reviewed", 1).then(({ id, seen }) =>
        decideCandidate(desk(), { townCode: town, candidateId: id, seen, action: "reject", note: null }),
      ),
    ).rejects.toThrow("report_does_not_count")
    await finishReport(desk(), town, 2024, "镇里重新报送")
    expect(await point(town, "contracts_reviewed")).toMatchObject({ value: 66, reviewed: true, version: 2 })
  })

  test("every decision leaves a line that says who, what, before and after", async () => {
    const town = 331082002
    await put(town, reportText({ town: "大洋街道" }))
    await decide(town, "contracts_reviewed", { action: "correct", value: 44, note: "更正" })
    const [line] = await opened().db.execute(sql`
      select actor, action, before, after from audit_log order by id desc limit 1`)
    expect(line).toMatchObject({
      actor: "reviewer",
      action: "candidate.correct",
      before: null,
      after: { value: 44, note: "更正", metric: "contracts_reviewed", townCode: town, referenceYear: 2024 },
    })
  })
})
