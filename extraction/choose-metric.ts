import { type ConceptSet, conceptSet, exceeds, include, meets } from "@/extraction/lexicon/concept-set"
import type { Act, Topic } from "@/extraction/lexicon/lexicon"
import type { MetricRule } from "@/extraction/rules/metric-rule"
import type { ReadyRule } from "@/extraction/rules/metric-rules"
import type { Beside, Segment, Word } from "@/extraction/segment"

/** A rule that fits a figure, how well, and by which word. */
export type Match = {
  rule: MetricRule
  score: number
  via: "own" | "after" | "carried" | "none"
  word: Word | null
}

/** Acts that say only that something took place: they neither decide nor contradict. */
const lightActs = conceptSet([
  "hold", "handle", "provide", "serve", "decide", "build", "confirm", "appoint", "staff", "govern", "accept",
  "speak", "represent", "train", "create",
] satisfies Act[]) // biome-ignore format: a table
/** Things that are named beside others without being what is counted. */
const sideTopics = conceptSet([
  "cover", "attend", "serviceHall", "leaders", "enterprise", "village", "issue", "otherPaper", "audience",
  "legalityReview", "market",
] satisfies Topic[]) // biome-ignore format: a table
const covering = conceptSet(["cover"] satisfies Topic[])
const alike = conceptSet(["alike"])
const total = conceptSet(["total"])
const coverRate = conceptSet(["coverRate"])

const farthestAfter = 26
const worstGap = 9
const enough = 25

/** What the figure's own clause says: before it, and after it where those words are its own. */
type Own = { topics: ConceptSet; acts: ConceptSet; marks: ConceptSet; led: ConceptSet; strong: boolean }

function ownWords({ before, after, afterIsOwn, quantity }: Segment): Own {
  const [topics, acts, marks, led] = [conceptSet(), conceptSet(), conceptSet(), conceptSet()]
  for (const { meaning } of before) {
    include(topics, meaning.topicSet)
    include(acts, meaning.actSet)
    include(marks, meaning.markSet)
  }
  include(led, acts)
  if (afterIsOwn) {
    for (const { meaning } of after) {
      include(topics, meaning.topicSet)
      include(acts, meaning.actSet)
      include(marks, meaning.markSet)
    }
  }
  if (quantity.written === "all") include(marks, coverRate)
  return { topics, acts, marks, led, strong: exceeds(acts, lightActs) }
}

type Reached = { score: number; via: Match["via"]; word: Word | null }

function reachTopic(
  { rule, topic, withTopics }: ReadyRule,
  segment: Segment,
  canCarry: boolean,
): Reached | null {
  if (rule.topic.length === 0) return { score: 60, via: "none", word: null }
  let nearer = 0
  for (const word of segment.before) {
    const { topicSet } = word.meaning
    if (meets(topicSet, topic)) {
      if (word.gap > worstGap) break
      return { score: 100 - word.gap * 3 - nearer * 12 - word.far / 8, via: "own", word }
    }
    if (exceeds(topicSet, sideTopics) && !meets(topicSet, withTopics)) nearer += 1
  }
  let passed = 0
  for (const word of segment.after) {
    if (word.far > farthestAfter) break
    if (meets(word.meaning.topicSet, topic)) {
      const lent = segment.afterIsOwn ? 0 : 30
      return { score: 88 - word.far * 1.2 - passed * 10 - lent - nearer * 10, via: "after", word }
    }
    if (exceeds(word.meaning.topicSet, sideTopics)) passed += 1
  }
  if (rule.ownTopic || !canCarry) return null
  let hops = 0
  for (const word of segment.earlier) {
    const { topicSet } = word.meaning
    if (meets(topicSet, topic))
      return {
        score: 62 - hops * 7 - Math.min((segment.quantity.start - word.end) / 20, 8),
        via: "carried",
        word,
      }
    if (exceeds(topicSet, covering)) hops += 1
    if (hops > 3) break
  }
  return null
}

function actScore({ rule, act }: ReadyRule, segment: Segment, own: Own): number | null {
  if (!rule.act) return 0
  if (meets(own.led, act)) return 8
  if (meets(own.acts, act)) return 3
  if (rule.ownAct) return null
  if (!own.strong || rule.actOptional) {
    for (const { meaning } of segment.earlier) {
      if (meets(meaning.actSet, act)) return 4
      if (exceeds(meaning.actSet, lightActs)) break
    }
  }
  if (rule.actOptional) return own.strong ? -6 : 0
  return null
}

/** Only the rate named last before a figure has it, unless 均 gives it to all. */
function saysRate({ rule, say }: ReadyRule, segment: Segment, own: Own): boolean {
  if (!rule.say) return true
  if (!meets(own.marks, say)) return false
  if (segment.quantity.unit !== "rate" || segment.quantity.written === "all" || meets(own.marks, alike))
    return true
  const nearest = segment.before.find((word) => word.meaning.marks.some((mark) => mark.endsWith("Rate")))
  return !nearest || meets(nearest.meaning.markSet, say)
}

/** True unless the text has last spoken of a rival of the rule. */
function isAbout({ rule, about, rival }: ReadyRule, { before, earlier, background }: Segment): boolean {
  if (!rule.about) return true
  for (const words of [before, earlier, background]) {
    for (const { meaning } of words) {
      if (meets(meaning.topicSet, about)) return true
      if (meets(meaning.topicSet, rival)) return false
    }
  }
  return !rule.mustBeAbout
}

/** How many sorts of the rule's things the clause names. */
function sortsNamed(rule: MetricRule, { before }: Segment): number {
  return new Set(before.flatMap((word) => word.meaning.topics).filter((topic) => rule.topic.includes(topic)))
    .size
}

/** True where the sentence has last spoken of one of the topics. */
function speaksOf(topics: ConceptSet, { earlier }: Segment): boolean {
  const last = earlier.find((word) => word.meaning.topics.length > 0)
  return last !== undefined && meets(last.meaning.topicSet, topics)
}

/** Only words of sum stand between the figure and the one before it. */
function isBare({ before, after, afterIsOwn, unknown }: Segment): boolean {
  const words = afterIsOwn ? [...before, ...after] : before
  return unknown === 0 && !words.some((word) => word.meaning.topics.length > 0) && words.length <= 2
}

function matchOf(ready: ReadyRule, segment: Segment, own: Own, canCarry: boolean): Match | null {
  const { rule, not } = ready
  const acts = meets(own.led, ready.act) ? own.led : own.acts
  if (meets(own.topics, not) || meets(acts, not) || meets(own.marks, not)) return null
  if (!saysRate(ready, segment, own) || !isAbout(ready, segment)) return null
  if (rule.with && !meets(own.topics, ready.withTopics)) return null
  if (rule.severalOf && sortsNamed(rule, segment) < 2) return null
  if (rule.bare && !isBare(segment)) return null
  if (rule.notAfter && !meets(own.marks, total) && speaksOf(ready.notAfter, segment)) return null
  const reached = reachTopic(ready, segment, canCarry || rule.with !== undefined)
  if (!reached) return null
  const act = actScore(ready, segment, own)
  if (act === null) return null
  const score = reached.score + act + (rule.say ? 6 : 0) + (rule.weight ?? 0)
  return score >= enough ? { rule, score, via: reached.via, word: reached.word } : null
}

function isThing({ meaning }: Beside): boolean {
  return exceeds(meaning.topicSet, sideTopics)
}

/** A noun may be left out only where nothing unexplained stands in its place. */
export function nounLeftOut({ before, after, afterIsOwn, unknown }: Segment): boolean {
  if (unknown > 1) return false
  return !before.some(isThing) && !(afterIsOwn && after.some(isThing))
}

/** The topics of some words together. */
function topicsOf(...lists: readonly (readonly Word[])[]): ConceptSet {
  const named = conceptSet()
  for (const words of lists)
    for (const { meaning } of words) if (meaning.topics.length > 0) include(named, meaning.topicSet)
  return named
}

/** All rules that fit the figure, best first. Most fall at the first gate: their topic is not in reach. */
export function matchRules(segment: Segment, rules: readonly ReadyRule[]): readonly Match[] {
  const { before, after, earlier } = segment
  const own = ownWords(segment)
  const canCarry = nounLeftOut(segment)
  const near = topicsOf(before, after)
  let far: ConceptSet | null = null
  const matches: Match[] = []
  for (const ready of rules) {
    const { rule } = ready
    if (rule.topic.length > 0 && !meets(near, ready.topic)) {
      if (rule.ownTopic || !(canCarry || rule.with)) continue
      far ??= topicsOf(earlier)
      if (!meets(far, ready.topic)) continue
    }
    const match = matchOf(ready, segment, own, canCarry)
    if (match) matches.push(match)
  }
  return matches.length > 1 ? matches.sort((a, b) => b.score - a.score) : matches
}
