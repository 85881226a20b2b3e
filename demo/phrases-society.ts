import type { Phrase } from "@/demo/phrase"

const advisersEverywhere = {
  metric: "village_adviser_coverage",
  value: 100,
  exactness: "all",
  missing: null,
} as const

/** Disputes, litigation, openness, training, publicity, services. */
export const societyPhrases: readonly Phrase[] = [
  { topic: "disputes", text: "全年受理矛盾纠纷{disputes_accepted}件，成功调处矛盾纠纷{disputes_mediated}件，调解成功率{mediation_success_rate}，涉及金额{mediation_amount}万元。" },
  { topic: "disputes", text: "排查矛盾纠纷{disputes_screened}起，受理各类矛盾纠纷{disputes_accepted}起，{change:disputes_accepted}，化解矛盾纠纷{disputes_mediated}起。2018年以来累计化解信访积案{part:disputes_accepted}件。" },
  { topic: "disputes", text: "坚持抓早抓小，今年以来成功调处矛盾纠纷{disputes_mediated}件，其中邻里纠纷{part:disputes_mediated}件，现有人民调解员{mediators}名。" },
  { topic: "disputes", text: "各级调解组织共受理矛盾纠纷{disputes_accepted}件，调解成功{disputes_mediated}件，办理司法确认{judicial_confirmations}件，上年受理{last:disputes_accepted}件。" },
  { topic: "petitions", text: "受理群众来信来访{petitions_received}件，{change:petitions_received}，初信初访由班子成员包案办理。" },
  { topic: "petitions", text: "全年受理信访事项{petitions_received}件，均按规定时限登记、转办、答复。" },
  { topic: "litigation", some: ["reconsiderations_received", "lawsuits_received"], text: "办理行政复议案件{reconsiderations_received}件，办理行政诉讼应诉案件{lawsuits_received}件，负责人出庭应诉{court_appearances}次，继续保持“零败诉”。", zero: ["lawsuits_lost"] },
  { topic: "litigation", some: ["lawsuits_received"], zero: ["reconsiderations_received"], text: "全年未发生行政复议案件；行政诉讼应诉案件{lawsuits_received}件，均由负责人出庭。" },
  { topic: "litigation", zero: ["reconsiderations_received", "lawsuits_received"], text: "全年未发生行政复议案件，未发生行政诉讼案件。" },
  { topic: "litigation", some: ["reconsiderations_received"], zero: ["lawsuits_received"], text: "全年办理行政复议案件{reconsiderations_received}件，没有发生行政诉讼案件。" },
  { topic: "openness", text: "主动公开政府信息{information_disclosed}条，办理依申请公开{disclosure_requests}件，办理人大代表建议和政协提案{proposals_handled}件。" },
  { topic: "openness", text: "通过政府网站主动公开各类政府信息{information_disclosed}条，财政预决算、惠民补贴等信息做到应公开尽公开。" },
  { topic: "training", text: "举办法治专题培训{trainings_held}场，培训{training_attendances}人次，新任村干部实现首训必训。" },
  { topic: "training", text: "组织开展行政执法业务等法治培训{trainings_held}场次，参训人员{training_attendances}人次。" },
  { topic: "publicity", text: "开展普法宣传活动{publicity_events}场次，举办法治讲座{publicity_lectures}场，受众{publicity_attendances}人次，发放宣传资料{publicity_materials}份。" },
  { topic: "publicity", text: "结合“12·4”国家宪法日和民法典宣传月，全年开展法治宣传活动{publicity_events}场，发放普法宣传资料{publicity_materials}份。" },
  { topic: "publicity", text: "送法进村、进校、进企，开展各类普法宣传活动{publicity_events}场，覆盖群众{publicity_attendances}人次；法治讲座{publicity_lectures}场，由驻村律师主讲。" },
  { topic: "villages", text: "培育“法律明白人”{legal_literacy_volunteers}名，村（社区）法律顾问实现全覆盖。", says: [advisersEverywhere] },
  { topic: "villages", text: "共有“法律明白人”{legal_literacy_volunteers}人活跃在田间地头，现有民主法治示范村（社区）{model_villages}个。" },
  { topic: "services", text: "便民服务中心全年办理各类便民服务事项{service_cases_handled}件，高频事项基本实现就近办理。" },
  { topic: "services", text: "深化“一窗受理”，受理办理便民服务事项{service_cases_handled}件，帮办代办队伍延伸到每个村（社区）。" },
  { topic: "legal-aid", text: "公共法律服务工作站提供法律咨询{legal_consultations}人次，办理法律援助案件{legal_aid_cases}件。" },
  { topic: "legal-aid", text: "值班律师解答群众法律咨询{legal_consultations}人次，引导申请法律援助案件{legal_aid_cases}件。" },
] // biome-ignore format: a table
