import { type ConceptSet, conceptSet } from "@/extraction/lexicon/concept-set"
import type { MetricRule } from "@/extraction/rules/metric-rule"
import { disputeRules } from "@/extraction/rules/rules-disputes"
import { enforcementRules } from "@/extraction/rules/rules-enforcement"
import { governanceRules } from "@/extraction/rules/rules-governance"
import { societyRules } from "@/extraction/rules/rules-society"
import type { Quantity } from "@/extraction/token"

/** Every wording that the engine knows. The order settles nothing: the score does, and a tie goes to the first. */
export const metricRules: readonly MetricRule[] = [
  ...governanceRules,
  ...enforcementRules,
  ...disputeRules,
  ...societyRules,
]

/** A rule with its lists as sets. */
export type ReadyRule = {
  rule: MetricRule
  topic: ConceptSet
  act: ConceptSet
  say: ConceptSet
  not: ConceptSet
  withTopics: ConceptSet
  about: ConceptSet
  rival: ConceptSet
  notAfter: ConceptSet
}

export const readyRules: readonly ReadyRule[] = metricRules.map((rule) => ({
  rule,
  topic: conceptSet(rule.topic),
  act: conceptSet(rule.act),
  say: conceptSet(rule.say),
  not: conceptSet(rule.not),
  withTopics: conceptSet(rule.with),
  about: conceptSet(rule.about),
  rival: conceptSet(rule.rival),
  notAfter: conceptSet(rule.notAfter),
}))

const byUnit = new Map<string, ReadyRule[]>()
for (const ready of readyRules) {
  for (const unit of ready.rule.units.split(" ")) byUnit.set(unit, [...(byUnit.get(unit) ?? []), ready])
}
const rateRules = byUnit.get("%") ?? []
const zeroRules = readyRules.filter(({ rule }) => rule.zero)
const none: readonly ReadyRule[] = []

/** The rules that may read a figure, by its 量词: a figure in 幅 or 平方公里 meets none. */
export function rulesFor(quantity: Quantity): readonly ReadyRule[] {
  if (quantity.written === "zero") return zeroRules
  if (quantity.unit === "rate") return rateRules
  return quantity.classifier === null ? none : (byUnit.get(quantity.classifier) ?? none)
}
