import { cases, type MetricRule, persons } from "@/extraction/rules/metric-rule"

const files = "卷 件 份 宗 本 册 个"
const hazards = "处 个 条 起 项 件"

/** Enforcement and emergencies. */
export const enforcementRules: readonly MetricRule[] = [
  { name: "enforcement-officers", metric: "enforcement_officers", topic: ["officer"], act: ["staff", "govern"], not: ["certifiedOfficer", "certificate", "assistant", "joinExam", "cover", "dispatch", "training", "exam", "attend", "rise", "certify", "audit", "appearance"], units: persons, ownTopic: true },
  { name: "enforcement-officers-by-name", metric: "enforcement_officers", topic: ["officer"], not: ["certifiedOfficer", "certificate", "assistant", "joinExam", "cover", "dispatch", "training", "exam", "attend", "rise", "certify", "audit", "appearance", "check", "patrol", "event", "uncertified", "enterprise"], units: persons, ownTopic: true, weight: -4 },
  { name: "enforcement-officers-in-post", metric: "enforcement_officers", topic: ["officerInPost"], not: ["certifiedOfficer", "certificate", "joinExam", "training", "rise"], units: persons, ownTopic: true, weight: 3 },
  { name: "certified-officers", metric: "certified_officers", topic: ["certifiedOfficer"], not: ["joinExam", "training", "fall", "assistant"], units: persons, ownTopic: true, weight: 6 },
  { name: "officers-with-certificates", metric: "certified_officers", topic: ["certificate"], act: ["certify"], not: ["joinExam", "training", "exam", "rise", "assistant", "uncertified"], units: persons, ownTopic: true, weight: 4 },
  { name: "officers-with-certificates-of-those", metric: "certified_officers", topic: ["officer", "officerInPost"], act: ["certify"], ownAct: true, not: ["joinExam", "training", "exam", "rise", "assistant", "certificate", "certifiedOfficer", "uncertified"], units: persons, weight: -2 },
  { name: "certification-rate", metric: "certification_rate", topic: [], say: ["certificationRate"], units: "%" },
  { name: "administrative-checks", metric: "inspections_conducted", topic: ["check"], not: ["narrowCheck", "patrol", "caseFile", "inspection", "hazard", "dispatch", "foreign", "complaint"], units: `次 户次 家次 户 家 场次 ${cases}`, ownTopic: true, weight: 2 },
  { name: "checks-of-one-sort", metric: "inspections_conducted", topic: ["narrowCheck"], not: ["caseFile", "hazard", "dispatch", "inspection"], units: "次 户次 家次", ownTopic: true, part: true },
  { name: "enterprises-checked", metric: "inspections_conducted", topic: ["enterprise"], act: ["sample"], not: ["serve", "contract"], units: "户次 家次 户 家", ownTopic: true, part: true },
  { name: "cases-filed", metric: "cases_filed", topic: ["filing"], not: ["petition", "complaint", "otherSuit"], units: cases, ownTopic: true, weight: 4 },
  { name: "penalties", metric: "penalties_imposed", topic: ["penalty", "violationCase"], not: ["caseFile", "filing", "reconsideration", "reconsiderationSuspect", "leniency", "review", "enforceDecision", "lawsuit", "simple", "ordinary", "otherSuit", "milder"], units: `${cases} 卷 份 个 宗`, ownTopic: true, weight: 2 },
  { name: "penalties-of-violations", metric: "penalties_imposed", topic: ["violation"], act: ["handle", "audit"], not: ["leniency", "milder"], units: `${cases} 次`, ownTopic: true, part: true },
  { name: "penalties-continued", metric: "penalties_imposed", topic: ["penalty"], not: ["leniency", "dispute", "complaint", "petition", "milder"], units: cases, weight: -6 },
  { name: "penalties-by-simple-procedure", metric: "penalties_simple", topic: ["simple"], not: ["reconsideration", "caseFile"], about: ["penalty", "fine", "officer", "check", "filing", "violation", "certifiedOfficer"], rival: ["reconsideration", "reconsiderationSuspect", "lawsuit", "corrected"], units: `${cases} 卷 个`, ownTopic: true, weight: 6 },
  { name: "penalties-by-ordinary-procedure", metric: "penalties_ordinary", topic: ["ordinary"], not: ["reconsideration", "caseFile"], about: ["penalty", "fine", "officer", "check", "filing", "violation", "certifiedOfficer"], rival: ["reconsideration", "reconsiderationSuspect", "lawsuit", "corrected"], units: `${cases} 卷 个`, ownTopic: true, weight: 6 },
  { name: "fines", metric: "fines_amount", topic: ["fine"], not: ["otherMoney", "mediate"], units: "元 万元 亿元", ownTopic: true, weight: 2 },
  { name: "leniency", metric: "leniency_decisions", topic: ["leniency"], not: ["material"], units: `${cases} 份 次 个`, ownTopic: true, weight: 6 },
  { name: "case-files-audited", metric: "case_files_audited", topic: ["caseFile"], act: ["audit"], not: ["pass", "fix", "find", "issue", "enact"], units: files, weight: 5 },
  { name: "case-files-passed", metric: "case_files_passed", topic: ["caseFile"], act: ["pass"], not: ["exam", "fail"], units: files, weight: 7 },
  { name: "complaints", metric: "complaints_handled", topic: ["complaint"], not: ["petition", "dispute", "partComplaint"], units: cases, ownTopic: true },
  { name: "hotline-orders", metric: "complaints_handled", topic: ["ticket"], act: ["handle", "accept"], not: ["petition", "dispute", "consult"], units: cases, ownTopic: true, narrow: true },
  { name: "complaints-by-channel", metric: "complaints_handled", topic: ["partComplaint"], units: cases, ownTopic: true, part: true },

  { name: "emergency-plans", metric: "emergency_plans", topic: ["plan"], act: ["build", "staff"], actOptional: true, not: ["drill"], units: "个 件 项 份 套 部", ownTopic: true },
  { name: "emergency-drills", metric: "emergency_drills", topic: ["drill"], not: ["attend"], units: "次 场 场次 场(次)", weight: 3 },
  { name: "hazards-found", metric: "hazards_found", topic: ["hazard"], act: ["screen", "find"], not: ["fix", "dispute"], units: hazards, weight: 4 },
  { name: "hazards-found-by-screening", metric: "hazards_found", topic: ["hazardScreening"], not: ["dispute", "fix"], units: "处 个 条 起", ownTopic: true, weight: 4 },
  { name: "hazards-fixed-after-screening", metric: "hazards_fixed", topic: ["hazardScreening"], act: ["fix"], ownAct: true, not: ["dispute", "inspection"], units: "处 个 条 起", weight: 4 },
  { name: "hazards-fixed", metric: "hazards_fixed", topic: ["hazard"], act: ["fix"], not: ["dispute", "inspection"], units: hazards, weight: 4 },
] // biome-ignore format: a table
