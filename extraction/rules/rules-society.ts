import { cases, type MetricRule, persons, times } from "@/extraction/rules/metric-rule"

const heads = "人次 人 名 人(次)"

/** Openness, training, publicity, legal services and the place itself. */
export const societyRules: readonly MetricRule[] = [
  { name: "information-disclosed", metric: "information_disclosed", topic: ["info"], act: ["open"], not: ["disclosureRequest", "ticket", "petition", "accept"], units: "条 件 篇 项 个", ownTopic: true, weight: 2 },
  { name: "information-opened", metric: "information_disclosed", topic: ["openedInfo"], not: ["disclosureRequest", "ticket", "petition", "accept"], units: "条 件 篇 项 个", ownTopic: true, weight: 3 },
  { name: "disclosure-requests", metric: "disclosure_requests", topic: ["disclosureRequest"], units: "件 份 宗 条 项 个 起", ownTopic: true, zero: true, weight: 8 },
  { name: "proposals", metric: "proposals_handled", topic: ["proposal"], units: "件 条 份 个", ownTopic: true, weight: 8 },
  { name: "proposals-in-sum", metric: "proposals_handled", topic: ["deputyProposal", "cppccProposal", "proposal"], say: ["sumUp"], units: "件 条 份 个", weight: 2 },
  { name: "proposals-of-deputies", metric: "proposals_handled", topic: ["deputyProposal", "cppccProposal"], units: "件 条 份 个", ownTopic: true, weight: 6 },
  { name: "judicial-advice", metric: "judicial_advice_received", topic: ["bothAdvice"], act: ["accept", "handle"], actOptional: true, units: "件 份", ownTopic: true, weight: 8 },
  { name: "judicial-advice-of-one-sort", metric: "judicial_advice_received", topic: ["judicialAdvice", "procuratorAdvice"], act: ["accept", "handle"], not: ["issue"], units: "件 份", ownTopic: true, weight: 6 },

  { name: "trainings", metric: "trainings_held", topic: ["training"], not: ["foreign", "attend", "volunteer", "exam", "subUnit", "enterprise", "event"], units: `${times} 轮 堂`, ownTopic: true, weight: 2 },
  { name: "trainings-of-one-sort", metric: "trainings_held", topic: ["narrowTraining"], not: ["foreign", "exam", "attend"], units: times, ownTopic: true, narrow: true },
  { name: "trainings-of-the-higher-level", metric: "trainings_held", topic: ["narrowTraining", "training"], units: "批次 批", ownTopic: true, part: true },
  { name: "training-attendances", metric: "training_attendances", topic: ["training", "narrowTraining"], with: ["cover"], not: ["audience", "exam", "officer", "volunteer", "joinExam"], units: heads, weight: 2 },
  { name: "people-trained", metric: "training_attendances", topic: ["attend"], not: ["exam", "volunteer", "audience", "event", "lecture"], units: heads, ownTopic: true, weight: 4 },
  { name: "exam-pass-rate", metric: "exam_pass_rate", topic: ["exam"], say: ["examRate"], not: ["caseFile", "review"], units: "%", weight: 2 },
  { name: "publicity-events", metric: "publicity_events", topic: ["event"], not: ["lecture", "training", "foreign", "attend", "subUnit", "drill", "patrol", "caseTeaching", "consult", "village", "narrowEvent"], units: times, ownTopic: true },
  { name: "publicity-events-of-one-sort", metric: "publicity_events", topic: ["narrowEvent"], not: ["foreign", "training"], units: times, ownTopic: true, narrow: true, weight: 1 },
  { name: "publicity-lectures", metric: "publicity_lectures", topic: ["lecture"], not: ["training", "foreign", "subUnit"], units: `${times} 堂 节`, ownTopic: true, weight: 4 },
  { name: "publicity-lectures-of-one-sort", metric: "publicity_lectures", topic: ["narrowLecture"], not: ["training"], units: `${times} 堂 节`, ownTopic: true, narrow: true, weight: 2 },
  { name: "publicity-audience", metric: "publicity_attendances", topic: ["audience"], not: ["training", "consult", "partAudience", "drill", "serviceItem"], units: heads, ownTopic: true, weight: 4 },
  { name: "publicity-audience-of-one-sort", metric: "publicity_attendances", topic: ["partAudience"], units: heads, ownTopic: true, narrow: true, weight: 5 },
  { name: "publicity-audience-covered", metric: "publicity_attendances", topic: ["event", "narrowEvent", "lecture", "narrowLecture"], with: ["cover"], not: ["training", "exam"], units: heads },
  { name: "publicity-materials", metric: "publicity_materials", topic: ["material"], act: ["distribute"], actOptional: true, not: ["review", "partAudience"], units: "份 册 本 张 余份 件", ownTopic: true, weight: 2 },
  { name: "publicity-materials-of-one-sort", metric: "publicity_materials", topic: ["narrowMaterial"], act: ["distribute"], not: ["leniency"], units: "份 册 本 张 件", ownTopic: true, narrow: true },
  { name: "villages-with-advisers", metric: "villages_with_advisers", topic: ["adviser", "villageAdviser", "lawyer"], with: ["village"], act: ["appoint"], units: "个", ownTopic: true, weight: 12 },
  { name: "village-adviser-coverage", metric: "village_adviser_coverage", topic: ["villageAdviser", "adviser"], say: ["coverRate"], not: ["legalityReview", "review"], units: "%", weight: 2 },
  { name: "legal-literacy-volunteers", metric: "legal_literacy_volunteers", topic: ["volunteer"], not: ["rise", "attend", "subUnit"], units: persons, ownTopic: true, weight: 4 },
  { name: "model-villages", metric: "model_villages", topic: ["modelVillage"], not: ["create"], units: "个 家", ownTopic: true, weight: 6 },
  { name: "model-villages-created", metric: "model_villages", topic: ["modelVillage"], act: ["create"], units: "个 家", ownTopic: true, part: true, weight: 4 },
  { name: "legal-consultations", metric: "legal_consultations", topic: ["consult"], act: ["provide", "handle", "accept"], actOptional: true, not: ["disclosureRequest", "event", "training", "material", "lecture"], units: "次 人次 件 条 人 件次 起 人(次) 例", ownTopic: true, weight: 2 },
  { name: "services-of-advisers", metric: "legal_consultations", topic: ["adviserService"], not: ["consult", "enterprise"], units: "人次", ownTopic: true, part: true },
  { name: "legal-aid", metric: "legal_aid_cases", topic: ["aid"], not: ["consult"], units: cases, ownTopic: true, weight: 4 },
  { name: "population", metric: "population", topic: ["population"], not: ["otherPopulation"], units: "人", ownTopic: true, weight: 4 },
  { name: "population-of-the-area", metric: "population", topic: ["village"], act: ["govern"], not: ["event", "material", "training"], units: "人", weight: -8 },
  { name: "villages", metric: "villages", topic: ["village"], act: ["govern"], not: ["modelVillage", "charter", "adviser", "lawyer", "villageAdviser", "lecture", "training", "event", "create"], units: "个", ownTopic: true, weight: 2 },
  { name: "market-entities", metric: "market_entities", topic: ["market"], not: ["serve", "check"], units: "户 家 个", ownTopic: true, weight: 4 },
] // biome-ignore format: a table
