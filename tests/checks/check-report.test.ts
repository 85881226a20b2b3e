import { describe, expect, it } from "vitest"
import { townOf } from "@/catalogue/divisions"
import { changeScore } from "@/checks/check-changes"
import { checkReport } from "@/checks/check-report"
import { type CheckContext, noContext, type PreviousYear } from "@/checks/previous-year"
import { readReport } from "@/extraction/read-report"

const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }

function findingsOf(
  body: string,
  context: Partial<CheckContext> = {},
  title = "青岚镇2024年度法治政府建设情况报告",
) {
  const text = `${title}\n\n${body}\n`
  const report = readReport(text, unknown, { region: null })
  for (const { evidence } of checkReport(report, text, { ...noContext, ...context })) {
    if (evidence) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
  }
  return checkReport(report, text, { ...noContext, ...context })
}
const namesOf = (...args: Parameters<typeof findingsOf>) => findingsOf(...args).map(({ check }) => check)
const lastYear = (values: PreviousYear["values"], text: string | null = null): Partial<CheckContext> => ({
  previous: { referenceYear: 2023, text, values },
})

describe("within one report", () => {
  it("names a figure that was never filled in", () => {
    expect(namesOf("成功调处矛盾纠纷@件。")).toEqual(["unfilled-placeholder"])
    expect(namesOf("成功调处矛盾纠纷3件。")).toEqual([])
  })

  it("names a plan that had expired, unless the words look back on it", () => {
    const plan = "《法治政府建设实施纲要（2015－2020年）》"
    expect(findingsOf(`贯彻落实${plan}。`)[0]).toMatchObject({
      check: "expired-citation",
      params: { validTo: "2020", year: 2024 },
    })
    expect(namesOf(`${plan}圆满完成。`)).toEqual([])
    expect(namesOf("贯彻落实《法治政府建设实施纲要（2021—2025年）》。")).toEqual([])
    expect(namesOf(`贯彻落实${plan}。`, {}, "青岚镇2019年度法治政府建设情况报告")).toEqual([])
  })

  it("names a required section that a whole report lacks", () => {
    const filler = "坚持依法行政，健全工作机制，压实各方责任。".repeat(40)
    const sections = [
      "一、主要举措和成效",
      "二、存在的不足和原因",
      "三、党政主要负责人履行第一责任人职责情况",
      "四、2025年工作安排",
    ]
    const whole = (headings: readonly string[]) =>
      headings.map((heading) => `${heading}\n${filler}`).join("\n")
    expect(namesOf(whole(sections))).toEqual([])
    for (const [index, section] of [
      [1, "shortcomings"],
      [2, "duty"],
      [3, "plan"],
    ] as const) {
      const rest = sections.filter((_, i) => i !== index)
      expect(findingsOf(whole(rest)).map(({ params }) => params.section)).toEqual([section])
    }
    expect(namesOf("一、主要举措\n坚持依法行政。")).toEqual([])
  })

  it("names a title and a body that disagree on the year", () => {
    expect(namesOf("2023年，青岚镇坚持依法行政。")).toEqual(["year-mismatch"])
    expect(namesOf("2024年，青岚镇坚持依法行政，2023年排名第二。")).toEqual([])
  })

  it("names a printed rate that its counts do not give, to the last printed digit", () => {
    const rate = (printed: string) => `受理矛盾纠纷226件，调解成功220件，调解成功率${printed}。`
    expect(namesOf(rate("97.3%"))).toEqual([])
    expect(namesOf(rate("97%"))).toEqual([])
    expect(findingsOf(rate("98.3%"))[0]).toMatchObject({
      check: "stated-rate-differs",
      params: { stated: 98.3, derived: 97.35 },
    })
  })

  it("names a part that is greater than its whole", () => {
    expect(namesOf("现有执法人员12名，其中持证执法人员14名。")).toEqual(["part-exceeds-whole"])
    expect(namesOf("现有执法人员12名，其中持证执法人员12名。")).toEqual([])
    expect(namesOf("排查安全隐患430余条。整改安全隐患450条。")).toEqual([])
  })

  it("names a sum that its parts do not make", () => {
    const cases = (total: number) => `共办理行政处罚案件${total}件，其中简易程序案件40件、普通程序案件2件。`
    expect(namesOf(cases(42))).toEqual([])
    expect(findingsOf(cases(43))[0]).toMatchObject({ check: "sum-differs", params: { stated: 43, sum: 42 } })
  })

  it("names a figure given twice, differently, but not two addends", () => {
    expect(namesOf("全年审查各类合同120件。\n公共法律服务扎实开展，审查各类合同130件。")).toEqual([
      "contradiction",
    ])
    expect(namesOf("全年审查各类合同120件。\n公共法律服务扎实开展，审查各类合同120件。")).toEqual([])
    expect(namesOf("收到司法建议2份、检察建议1份。")).toEqual([])
  })
})

describe("beside other reports", () => {
  const town = townOf(990181100) ?? null
  const neighbours = [990181101, 990181110].map((code) => townOf(code)).filter((each) => each !== undefined)

  it("names another town, unless a reason stands beside it", () => {
    const near = { town, neighbours }
    expect(findingsOf("石渡镇全面推进依法行政。", near)[0]).toMatchObject({
      check: "other-town-named",
      params: { town: "石渡镇" },
    })
    expect(namesOf("与石渡镇联合开展执法。", near)).toEqual([])
    expect(namesOf("青棠镇全面推进依法行政。", near)).toEqual([])
  })

  it("names a count that stands still, small ones only in company", () => {
    const repeats = (count: number) =>
      namesOf(`全年审查各类合同${count}件。`, lastYear([{ metric: "contracts_reviewed", value: count }]))
    expect(repeats(358)).toEqual(["identical-to-last-year"])
    expect(repeats(12)).toEqual([])
    const body = "全年审查各类合同12件。\n成功调处矛盾纠纷15件。\n全年行政检查16次。"
    const values: PreviousYear["values"] = [
      { metric: "contracts_reviewed", value: 12 },
      { metric: "disputes_mediated", value: 15 },
      { metric: "inspections_conducted", value: 16 },
    ]
    expect(namesOf(body, lastYear(values))).toHaveLength(3)
  })

  it("names a jump, and keeps quiet about small counts", () => {
    const jump = (from: number, to: number) =>
      namesOf(`全年审查各类合同${to}件。`, lastYear([{ metric: "contracts_reviewed", value: from }]))
    expect(jump(12, 358)).toEqual(["unusual-change"])
    expect(jump(358, 12)).toEqual(["unusual-change"])
    expect(jump(3, 8)).toEqual([])
    expect(jump(0, 4)).toEqual([])
    expect(jump(300, 390)).toEqual([])
  })

  it("scores a change the same both ways, from 0 to 1", () => {
    expect(changeScore(3, 8, 10)).toBeCloseTo(0.238, 3)
    expect(changeScore(12, 358, 10)).toBeCloseTo(0.911, 3)
    expect(changeScore(358, 12, 10)).toBe(changeScore(12, 358, 10))
  })

  it("names what was stated last year and is not now", () => {
    const last = lastYear([
      { metric: "contracts_reviewed", value: 120 },
      { metric: "disputes_mediated", value: 9 },
    ])
    expect(
      findingsOf("成功调处矛盾纠纷10件。", last).map(({ check, params }) => [check, params.previous]),
    ).toEqual([["newly-missing", 120]])
    expect(namesOf("成功调处矛盾纠纷@件。全年审查各类合同100件。", last)).toEqual(["unfilled-placeholder"])
  })

  it("names paragraphs that stood in last year's report, figures aside", () => {
    const own = (n: number) =>
      `推动调解力量下沉到村，由驻村干部、网格员和退休教师组成的调解小组每周巡访，把邻里口角、宅基地界址和相邻采光等纠纷解决在屋檐下，全年调处矛盾纠纷${n}件，群众不出村就能说理。`
    expect(findingsOf(own(31), lastYear([], own(28)))[0]).toMatchObject({
      check: "copied-text",
      params: { share: 100 },
    })
    expect(
      namesOf(own(31), lastYear([], "今年重新梳理了全部制度，调整了调解员名册，开设了夜间窗口。".repeat(4))),
    ).toEqual([])
  })

  it("names a paragraph of another town's report, shows what it is like, and leaves what many reports share", () => {
    const copied =
      "镇司法所牵头编制包案清单，把宅基地界址、林地承包和集镇占道三类老大难问题逐户建档，由班子成员带队每旬上门一次，直到当事人签字认可为止。"
    const common =
      "各部门密切配合，层层压实责任，把法治教育贯穿全年工作始终，营造办事依法、遇事找法的浓厚氛围，推动各项任务落到实处并取得明显进展。"
    const second =
      "对确有困难的当事人，由网格员代为申请救助并陪同办理手续，村委会每季度回访一次，回访记录随卷归档，作为年终评议调解小组的依据。"
    const others = ["白溪镇", "石桥镇", "云塘乡"].map((town, i) => ({
      ...{ town, year: 2024 },
      text: i === 0 ? `${common}\n${copied}\n${second}` : common,
    }))
    expect(findingsOf(`${copied}\n${common}\n${second}`, { others })).toMatchObject([
      {
        check: "copied-text",
        severity: "warning",
        params: { source: "other", town: "白溪镇", year: 2024, paragraphs: 2, of: 3, original: copied },
        evidence: { quote: copied },
      },
    ])
    expect(findingsOf(`${copied}\n${common}`, { others })).toEqual([])
  })

  it("compares a huge text by its beginning only", () => {
    const copied =
      "镇司法所牵头编制包案清单，把宅基地界址、林地承包和集镇占道三类老大难问题逐户建档，由班子成员带队每旬上门一次，直到当事人签字为止。"
    const long = copied + copied.replaceAll("镇", "县").replaceAll("户", "组")
    const filler = `${"各村因地制宜，稳步推进。".repeat(30)}\n`
    const huge = filler.repeat(Math.ceil(60_000 / filler.length))
    const others = [long, "", ""].map((text, i) => ({ town: `甲乙丙`[i] ?? "", year: 2024, text }))
    expect(namesOf(`${long}\n${huge}`, { others })).toEqual(["copied-text"])
    expect(namesOf(`${huge}${long}`, { others })).toEqual([])
  })

  it("takes the spread of the county's towns as the measure of a change", () => {
    const jump = (spread: number) =>
      namesOf("全年审查各类合同60件。", {
        ...lastYear([{ metric: "contracts_reviewed", value: 12 }]),
        spreads: new Map([["contracts_reviewed", spread]]),
      })
    // |60-12| / (60+12+6) = 0.62 is over 0.6; with 60 in the place of 6 it is 0.36.
    expect(jump(6)).toEqual(["unusual-change"])
    expect(jump(60)).toEqual([])
  })

  it("keeps quiet about small counts however alike the towns are", () => {
    const spreads = new Map([["reconsiderations_received" as const, 0.3]])
    const jump = (from: number, to: number) =>
      namesOf(`收到行政复议申请${to}件。`, {
        ...lastYear([{ metric: "reconsiderations_received", value: from }]),
        spreads,
      })
    // 3 / (3 + 5) = 0.38 and 4 / (4 + 5) = 0.44 are under 0.6; 30 / (34 + 5) = 0.77 is over it.
    expect([jump(3, 0), jump(0, 4), jump(2, 32)]).toEqual([[], [], ["unusual-change"]])
  })

  it("names a report published after the deadline", () => {
    const text = "青岚镇2024年度法治政府建设情况报告\n坚持依法行政。\n"
    const late = (publishedOn: string) =>
      checkReport(readReport(text, { ...unknown, publishedOn }, { region: null }), text).map(
        ({ check, params }) => [check, params.days],
      )
    expect(late("2025-04-11")).toEqual([["late", 10]])
    expect(late("2025-03-31")).toEqual([])
  })
})
