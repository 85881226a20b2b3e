import {
  type ConceptSet,
  conceptSet,
  emptySet,
  include,
  meets,
  membersOf,
  mostMembers,
  setOf,
} from "@/extraction/lexicon/concept-set"
import { type Meaning, meaningCount } from "@/extraction/lexicon/lexicon"
import { zeroNumberAt } from "@/extraction/numbers/read-words"
import type { MetricRule } from "@/extraction/rules/metric-rule"
import { disputeRules } from "@/extraction/rules/rules-disputes"
import { enforcementRules } from "@/extraction/rules/rules-enforcement"
import { governanceRules } from "@/extraction/rules/rules-governance"
import { societyRules } from "@/extraction/rules/rules-society"
import type { Quantity } from "@/extraction/token"

/** A rule with every field, said or not: then all rules have one shape, and the engine reads their fields in one step. */
const inFull = (rule: MetricRule): MetricRule => ({
  name: rule.name,
  metric: rule.metric,
  topic: rule.topic,
  act: rule.act,
  ownAct: rule.ownAct,
  actOptional: rule.actOptional,
  say: rule.say,
  with: rule.with,
  not: rule.not,
  about: rule.about,
  rival: rule.rival,
  mustBeAbout: rule.mustBeAbout,
  severalOf: rule.severalOf,
  bare: rule.bare,
  notAfter: rule.notAfter,
  units: rule.units,
  ownTopic: rule.ownTopic,
  zero: rule.zero,
  part: rule.part,
  narrow: rule.narrow,
  weight: rule.weight,
})

/** Every wording that the engine knows. The order settles nothing: the score does, and a tie goes to the first. */
export const metricRules: readonly MetricRule[] = [
  ...governanceRules,
  ...enforcementRules,
  ...disputeRules,
  ...societyRules,
].map(inFull)

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

const readyRules: readonly ReadyRule[] = metricRules.map((rule) => ({
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

/** Rules in order, and the places in it of those that a topic brings into play, by the topic's number: of a hundred rules
 * ten are ever tried on a figure. `broughtIn` has the same by meaning for those that were asked for, `untied` need no
 * topic, `paired` need another thing beside theirs. */
export type RuleSet = {
  rules: readonly ReadyRule[]
  byTopic: readonly ConceptSet[]
  broughtIn: (ConceptSet | null)[]
  untied: ConceptSet
  paired: ConceptSet
  hasPaired: boolean
}

const nothing = emptySet()

function ruleSet(rules: readonly ReadyRule[]): RuleSet {
  const placesWhere = (fits: (ready: ReadyRule) => boolean) =>
    setOf(rules.flatMap((ready, place) => (fits(ready) ? [place] : [])))
  const topics = emptySet()
  for (const { topic } of rules) include(topics, topic)
  const byTopic = Array.from({ length: mostMembers }, (_, number) => {
    const named = setOf([number])
    return meets(topics, named) ? placesWhere(({ topic }) => meets(topic, named)) : nothing
  })
  const untied = placesWhere(({ rule }) => rule.topic.length === 0)
  const paired = placesWhere(({ rule }) => rule.with !== undefined)
  const broughtIn = Array.from({ length: meaningCount }, () => null)
  return { rules, byTopic, broughtIn, untied, paired, hasPaired: meets(paired, paired) }
}

/** The places of the rules that a word of this meaning brings into play. */
export function rulesOfMeaning({ broughtIn, byTopic }: RuleSet, { number, topicSet }: Meaning): ConceptSet {
  const known = broughtIn[number]
  if (known) return known
  const places = emptySet()
  const topics = new Uint8Array(mostMembers)
  const count = membersOf(topicSet, topics)
  for (const topic of topics.subarray(0, count)) include(places, byTopic[topic] ?? nothing)
  broughtIn[number] = places
  return places
}

const countedIn = (unit: string) =>
  ruleSet(readyRules.filter(({ rule }) => rule.units.split(" ").includes(unit)))
const units = new Set(readyRules.flatMap(({ rule }) => rule.units.split(" ")))
const byUnit = new Map([...units].map((unit) => [unit, countedIn(unit)]))
const zeroRules = ruleSet(readyRules.filter(({ rule }) => rule.zero))
const countRules = ruleSet(readyRules.filter(({ rule }) => rule.units !== "%"))
const none = ruleSet([])
export const allRules = ruleSet(readyRules)

/** The rules that may read a figure, by its 量词: a figure in 幅 or 平方公里 meets none. 案件为零 states a count; 无 and 未
 * speak of few things only. */
export function rulesFor(quantity: Quantity, text: string): RuleSet {
  if (quantity.written === "zero") return zeroNumberAt(text, quantity.start) ? countRules : zeroRules
  const unit = quantity.unit === "rate" ? "%" : quantity.classifier
  return unit === null ? none : (byUnit.get(unit) ?? none)
}
