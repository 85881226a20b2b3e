import { expect, it } from "vitest"
import { readingsOf } from "@/tests/extraction/reading"

/** What is read from one clause each; written from reading the clause. */
const positive: readonly (readonly [words: string, readings: readonly string[]])[] = [
  ["召开法治建设专题会议4次。", ["meetings_held 4"]],
  ["召开4次法治专题党委会。", ["meetings_held 4"]],
  ["对6项重大行政决策开展合法性审查。", ["major_decisions_reviewed 6"]],
  ["审查《某办法》《某规则》等行政规范性文件28件。", ["normative_documents_reviewed 28"]],
  ["发放宣传材料400余份法律顾问进村宣讲2次。", ["publicity_materials 400 over", "publicity_lectures 2"]],
  ["组织法治培训40场次，覆盖800余人次。", ["trainings_held 40", "training_attendances 800 over"]],
  ["现有执法人员12名，其中持证执法人员10名。", ["enforcement_officers 12", "certified_officers 10"]],
  ["受理与化解纠纷分别为22起、21起。", ["disputes_accepted 22", "disputes_mediated 21"]],
  ["参考率、合格率均达100%的学法考试。", ["exam_pass_rate 100"]],
  ["全年无一起行政诉讼败诉案件。", ["lawsuits_lost 0"]],
  ["全年未发生行政复议案件。", ["reconsiderations_received 0"]],
  ["成功调处矛盾纠纷@件。", ["disputes_mediated placeholder"]],
  ["审查合同共 件。", ["contracts_reviewed placeholder"]],
  ["全年行政检查 3 0 次。", ["inspections_conducted 30"]],
  ["办理各类便民服务事项2.3万余件。", ["service_cases_handled 23000 over"]],
  ["罚没金额8.26万元。", ["fines_amount 82600"]],
  ["调解成功率百分之九十八点五。", ["mediation_success_rate 98.5"]],
  ["全年共審查各類合同三百二十份。", ["contracts_reviewed 320"]],
  ["全年审查各类合同119,000件。", ["contracts_reviewed 119000"]],
  ["配备人民调解员110名。", ["mediators 110"]],
  ["服务企业120家。", ["enterprises_served 120"]],
  ["发放宣传资料12345册。", ["publicity_materials 12345"]],
  ["发放宣传资料3至5千份。", ["publicity_materials 3000 range"]],
  ["研究解决违建治理、占道经营等突出问题7个。", ["issues_studied 7"]],
  ["通过入户走访、发放资料等开展法治宣传30场。", ["publicity_events 30"]],
  ["讲授法治课，共37堂。", ["publicity_lectures 37"]],
  ["行政诉讼案件为零。", ["lawsuits_received 0"]],
  ["收到检察建议一份。", ["judicial_advice_received 1"]],
  [
    "事项网上可办率由91.5%升至98.4%。",
    ["online_handling_rate 91.5 other_year null", "online_handling_rate 98.4"],
  ],
  [
    "近三年行政处罚案件依次为66件、59件和48件。",
    ["penalties_imposed 66 other_year 2022", "penalties_imposed 59 other_year 2023", "penalties_imposed 48"],
  ],
  [
    "中心网上可办率40%。站点网上可办率60%。全镇网上可办率100%。",
    ["online_handling_rate 40", "online_handling_rate 60", "online_handling_rate 100"],
  ],
]

/** Numbers that must not become results of the year. */
const negative: readonly (readonly [words: string, readings: readonly string[]])[] = [
  ["坚持每季度至少召开一次法治建设专题会议。", ["meetings_held 1 requirement null over"]],
  ["2023年调解矛盾纠纷66件。", ["disputes_mediated 66 other_year 2023"]],
  ["2021年以来累计调解矛盾纠纷660件。", ["disputes_mediated 660 cumulative null"]],
  ["一季度调解矛盾纠纷16件。", ["disputes_mediated 16 part"]],
  ["行使行政处罚权182项、行政检查权6项。", []],
  ["深化“三项制度”“1310”和八五普法。", []],
  ["受理答复12345热线。", []],
  ["拨打110,119,120等电话求助。", []],
  ["中心组学习和各类法治培训5次。", []],
  ["辖区面积5.53平方公里。", []],
  ["第二十次常务会议学习第3号文件。", []],
  ["根据〔2024〕44号文件开展工作。", []],
  ["力争调解成功率达到98%。", ["mediation_success_rate 98 target 2025"]],
  ["数十次开展法治培训。", []],
  ["蓝溪村调解矛盾纠纷12件。", ["disputes_mediated 12 part"]],
  ["无一宗因程序违法而败诉。", ["lawsuits_lost 0 part"]],
  [
    "按程序分，调解矛盾纠纷12件；当场调解矛盾纠纷8件，合计20件。",
    ["disputes_mediated 12 part", "disputes_mediated 8 part", "disputes_mediated 20"],
  ],
]

it.each(positive)("%s", (words, readings) => expect(readingsOf(words)).toEqual(readings))
it.each(negative)("%s", (words, readings) => expect(readingsOf(words)).toEqual(readings))

// What is there now is this year's; what it rises to is the plan's.
const planned: readonly (readonly [words: string, readings: readonly string[]])[] = [
  ["将人民调解员由目前的102名增至150名。", ["mediators 102", "mediators 150 target 2025"]],
  [
    "加强执法力量,持证执法人员由现有的9名增加到15名。",
    ["certified_officers 9", "certified_officers 15 target 2025"],
  ],
  [
    "法律明白人由目前的60名增至90名。",
    ["legal_literacy_volunteers 60", "legal_literacy_volunteers 90 target 2025"],
  ],
]
it.each(planned)("in a plan: %s", (words, readings) =>
  expect(readingsOf(`全年开展工作。\n二、2025年工作计划\n${words}`)).toEqual(readings),
)

it("does not read a figure twice nor lose it when its paragraph moves", () => {
  const paragraphs = positive.map(([words]) => words)
  const forward = paragraphs.flatMap((words) => readingsOf(words)).sort()
  expect(readingsOf([...paragraphs].reverse().join("\n")).length).toBeGreaterThanOrEqual(forward.length - 3)
})
