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

const byUnit = new Map<string, MetricRule[]>()
for (const rule of metricRules) {
  for (const unit of rule.units.split(" ")) byUnit.set(unit, [...(byUnit.get(unit) ?? []), rule])
}
const rateRules = byUnit.get("%") ?? []
const zeroRules = metricRules.filter((rule) => rule.zero)
const none: readonly MetricRule[] = []

/** The rules that may read a figure, by its 量词: a figure in 幅 or 平方公里 meets none. */
export function rulesFor(quantity: Quantity): readonly MetricRule[] {
  if (quantity.written === "zero") return zeroRules
  if (quantity.unit === "rate") return rateRules
  return quantity.classifier === null ? none : (byUnit.get(quantity.classifier) ?? none)
}
