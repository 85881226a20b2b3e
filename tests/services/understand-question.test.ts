import { describe, expect, it } from "vitest"
import { townsOfCounty } from "@/catalogue/divisions"
import { understandQuestion } from "@/services/understand-question"

const towns = townsOfCounty(990181)
const read = (query: string) => {
  const { towns: found, metrics, year } = understandQuestion(query, towns)
  return [found.map(({ name }) => name).join(), metrics[0] ?? null, year]
}

describe("understandQuestion", () => {
  it.each([
    ["青棠镇2024年调处数为什么空着", "青棠镇", "disputes_mediated", 2024],
    ["哪个镇2024年审查合同最多", "", "contracts_reviewed", 2024],
    ["三年来败诉是否减少", "", "lawsuits_lost", null],
    ["街道与镇的培训场次差多少", "", "trainings_held", null],
    ["石渡 合同", "石渡镇", "contracts_reviewed", null],
    ["长堤埠镇的持证率", "长堤埠镇", "certification_rate", null],
    ["调解成功率 2023", "", "mediation_success_rate", 2023],
    ["松涧镇专题会议", "松涧镇", "meetings_held", null],
    ["qtz tiaochu", "青棠镇", "disputes_mediated", null],
    ["shidu baisu", "石渡镇", "lawsuits_lost", null],
    ["行政复议", "", "reconsiderations_received", null],
    ["信访", "", "petitions_received", null],
    ["Training sessions contracts reviewed", "", "contracts_reviewed", null],
    ["茶亭坳乡", "茶亭坳乡", null, null],
    ["今天天气", "", null, null],
    ["", "", null, null],
  ])("%s", (query, town, metric, year) => {
    expect(read(query)).toEqual([town, metric, year])
  })

  it("offers all that fit as well, the core ones first", () => {
    // 排查, 受理 and 调处化解 speak of 纠纷; the first is no core metric.
    const { metrics } = understandQuestion("纠纷", towns)
    expect(metrics).toEqual(["disputes_accepted", "disputes_mediated", "disputes_screened"])
  })
})
