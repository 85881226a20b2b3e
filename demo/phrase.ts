import type { MetricCode } from "@/catalogue/metric"
import type { WrittenFact } from "@/demo/demo-report"

export const topics = [
  "meetings",
  "study",
  "duty-reports",
  "documents",
  "charters",
  "reviews",
  "advisers",
  "officers",
  "penalties",
  "files",
  "safety",
  "disputes",
  "petitions",
  "litigation",
  "openness",
  "training",
  "publicity",
  "villages",
  "services",
  "legal-aid",
] as const
export type Topic = (typeof topics)[number]

/** A sentence of a report. `{contracts_reviewed}` writes this year's figure, `{last:…}` last year's, `{part:…}` a part of it and
 * `{change:…}` the change in words; `{镇}` and the like are names. `some` must be over 0 and `zero` 0, which the words say. */
export type Phrase = {
  topic: Topic
  text: string
  some?: readonly MetricCode[]
  zero?: readonly MetricCode[]
  says?: readonly WrittenFact[]
}
