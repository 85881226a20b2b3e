/** A short report in our own words, of a real town name but with figures made up for the test. */
export function reportText(
  options: { town?: string; year?: string; contracts?: string; disputes?: string; extra?: string } = {},
) {
  const { town = "沿江镇", year = "2024", contracts = "41", disputes = "27", extra = "" } = options
  const title = `${town}${year === "" ? "" : `${year}年`}法治政府建设年度报告`
  return [
    title,
    "",
    "一、主要举措和成效",
    `全年召开法治建设专题会议4次。审查各类合同${contracts}件。成功调处矛盾纠纷${disputes}起。${extra}`,
    "二、存在的不足和原因",
    "法治宣传形式还不够丰富。",
    "三、党政主要负责人履行推进法治建设第一责任人职责情况",
    "主要负责人带头学法、带头办案，及时研究重点难点。",
    year === "" ? "四、下一步安排" : `四、${Number(year) + 1}年工作安排`,
    "力争全年开展普法宣传活动30场。",
    "",
  ].join("\n")
}

/** The bytes of a text file. */
export const bytesOf = (text: string) => new TextEncoder().encode(text)
