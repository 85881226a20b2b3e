import { cases, type MetricRule, persons } from "@/extraction/rules/metric-rule"

const some = `${cases} 个 次`
const petitions = "件 件次 批 批次 起 宗 件(次)"
const judged = `${cases} 个`

/** Disputes, petitions, reconsideration and litigation. */
export const disputeRules: readonly MetricRule[] = [
  { name: "disputes-screened", metric: "disputes_screened", topic: ["dispute"], act: ["screen"], not: ["mediate", "accept", "hazard", "mediationPaper"], units: some, weight: 4 },
  { name: "disputes-accepted", metric: "disputes_accepted", topic: ["dispute"], act: ["accept"], not: ["refuse", "hazard", "consult", "petition", "mediationPaper"], units: cases, weight: 4 },
  { name: "disputes-mediated", metric: "disputes_mediated", topic: ["dispute"], act: ["mediate"], not: ["refuse", "selfMediate", "petition", "aid", "subUnit", "accept", "mediationPaper"], units: `${cases} 个`, weight: 4 },
  { name: "disputes-accepted-and-mediated", metric: "disputes_mediated", topic: ["dispute"], act: ["mediate"], not: ["refuse", "selfMediate", "petition", "subUnit", "mediationPaper"], units: cases, weight: -3 },
  { name: "disputes-mediated-by-others", metric: "disputes_mediated", topic: ["dispute", "typedDispute"], act: ["selfMediate"], units: cases, part: true, weight: 5 },
  { name: "disputes-mediated-in-villages", metric: "disputes_mediated", topic: ["dispute", "typedDispute"], act: ["mediate"], say: ["subUnit"], units: cases, part: true, weight: 6 },
  { name: "disputes-of-one-sort-mediated", metric: "disputes_mediated", topic: ["typedDispute"], act: ["mediate"], units: cases, ownTopic: true, part: true, weight: 2 },
  { name: "disputes-given-up", metric: "disputes_mediated", topic: ["dispute"], act: ["refuse"], ownAct: true, units: cases, part: true },
  { name: "disputes-of-one-sort", metric: "disputes_accepted", topic: ["typedDispute"], act: ["accept", "screen"], actOptional: true, units: cases, ownTopic: true, part: true },
  { name: "disputes-in-all", metric: "disputes_accepted", topic: ["dispute"], say: ["total"], not: ["mediate", "screen", "mediator"], units: cases, ownTopic: true, weight: -6 },
  { name: "mediation-success-rate", metric: "mediation_success_rate", topic: ["dispute", "typedDispute", "mediationBody", "mediator"], say: ["successRate"], not: ["aid"], units: "%" },
  { name: "mediation-success-rate-by-name", metric: "mediation_success_rate", topic: [], say: ["successRate"], units: "%", weight: -4 },
  { name: "amount-in-mediation", metric: "mediation_amount", topic: ["amount"], about: ["dispute", "typedDispute", "mediationBody", "mediator"], rival: ["contract", "majorDecision", "normdoc", "legalityReview", "aid", "fine", "enterprise"], mustBeAbout: true, not: ["contract", "enterprise", "aid", "fine", "majorDecision"], units: "元 万元 亿元", ownTopic: true },
  { name: "mediation-committees", metric: "mediation_committees", topic: ["mediationBody"], not: ["mediate", "specialBody"], units: "个 家", ownTopic: true, weight: 3 },
  { name: "special-mediation-bodies", metric: "mediation_committees", topic: ["specialBody"], units: "个 家", ownTopic: true, part: true },
  { name: "mediators", metric: "mediators", topic: ["mediator"], not: ["training", "attend", "specialMediator", "exam"], units: persons, ownTopic: true, weight: 3 },
  { name: "mediators-of-one-sort", metric: "mediators", topic: ["specialMediator"], not: ["training", "attend"], units: persons, ownTopic: true, part: true },
  { name: "judicial-confirmations", metric: "judicial_confirmations", topic: ["judicialConfirm"], units: "件 份 起 宗 例", ownTopic: true, weight: 6 },
  { name: "petitions", metric: "petitions_received", topic: ["petition"], act: ["accept", "handle"], actOptional: true, not: ["partPetition", "typedDispute", "mediate", "training", "complaint", "dispute", "fix"], units: petitions, ownTopic: true, zero: true, weight: 2 },
  { name: "petitions-of-one-sort", metric: "petitions_received", topic: ["partPetition"], units: `${petitions} 人次`, ownTopic: true, part: true },
  { name: "petitions-closed-on-time", metric: "petitions_on_time_rate", topic: ["petition"], say: ["onTimeRate"], not: ["ticket", "complaint"], units: "%" },
  { name: "reconsiderations", metric: "reconsiderations_received", topic: ["reconsideration"], act: ["accept", "handle", "hold"], actOptional: true, not: ["info", "disclosureRequest", "reconsiderationSuspect", "corrected", "revoked", "refuse", "closeCase", "represent", "lost", "appearance", "training", "lecture", "subUnit", "simple", "speak", "review"], units: judged, zero: true, weight: 4 },
  { name: "reconsiderations-of-one-sort", metric: "reconsiderations_received", topic: ["reconsideration"], act: ["refuse", "closeCase", "represent"], ownAct: true, units: judged, part: true, weight: 3 },
  { name: "reconsiderations-by-respondent-or-subject", metric: "reconsiderations_received", topic: ["reconsiderationSuspect"], units: judged, ownTopic: true, part: true },
  { name: "reconsiderations-by-level", metric: "reconsiderations_received", topic: ["reconsideration"], say: ["subUnit"], units: judged, part: true },
  { name: "reconsiderations-by-simple-procedure", metric: "reconsiderations_received", topic: ["simple", "ordinary"], not: ["penalty"], about: ["reconsideration", "reconsiderationSuspect", "corrected"], rival: ["penalty", "fine", "officer", "check", "filing", "violation"], units: judged, part: true, ownTopic: true, weight: -3 },
  { name: "reconsiderations-corrected", metric: "reconsiderations_corrected", topic: ["corrected"], not: ["fix", "check", "leniency", "audit"], units: judged, ownTopic: true, zero: true, weight: 8 },
  { name: "reconsiderations-revoked", metric: "reconsiderations_corrected", topic: ["revoked"], not: ["fix", "check", "leniency", "audit"], about: ["reconsideration", "reconsiderationSuspect", "corrected"], rival: ["penalty", "normdoc", "caseFile", "check"], units: judged, ownTopic: true, zero: true, weight: 8 },
  { name: "lawsuits", metric: "lawsuits_received", topic: ["lawsuit"], act: ["accept", "handle", "hold"], actOptional: true, not: ["lost", "appearance", "refuse", "closeCase", "represent", "hearingDue", "training", "reconsideration", "otherSuit", "corrected", "revoked"], units: judged, zero: true, weight: 3 },
  { name: "lawsuits-of-one-sort", metric: "lawsuits_received", topic: ["lawsuit"], act: ["refuse", "closeCase", "represent"], ownAct: true, not: ["lost"], units: judged, part: true, weight: 2 },
  { name: "lawsuits-lost", metric: "lawsuits_lost", topic: ["lost"], units: judged, ownTopic: true, zero: true, weight: 8 },
  { name: "hearings-due", metric: "court_hearings_due", topic: ["hearingDue"], units: "次 件 宗 起 件次", ownTopic: true, weight: 8 },
  { name: "court-appearances", metric: "court_appearances", topic: ["appearance"], not: ["hearingDue", "training"], units: "次 件 宗 起 件次", ownTopic: true, weight: 7 },
  { name: "court-appearance-rate", metric: "court_appearance_rate", topic: [], say: ["appearanceRate"], units: "%" },
] // biome-ignore format: a table
