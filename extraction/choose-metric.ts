import {
  become,
  type ConceptSet,
  conceptSet,
  emptySet,
  exceeds,
  include,
  keep,
  meets,
  membersOf,
  mostMembers,
} from "@/extraction/lexicon/concept-set"
import type { Topic } from "@/extraction/lexicon/lexicon"
import type { MetricRule } from "@/extraction/rules/metric-rule"
import { type ReadyRule, type RuleSet, rulesOfMeaning } from "@/extraction/rules/metric-rules"
import { type Beside, backgroundOf, type Segment, type Word } from "@/extraction/segment"
import { withOne } from "@/extraction/short-list"

/** A rule that fits a figure, how well, and by which word. */
export type Match = {
  rule: MetricRule
  score: number
  via: "own" | "after" | "carried" | "none"
  word: Word | null
}

/** The match of a figure whose own words do not say what it counts: that of the figure before. */
export const carried = ({ rule, score, word }: Match): Match => ({ rule, score, via: "carried", word })

const covering = conceptSet(["cover"] satisfies Topic[])
const alike = conceptSet(["alike"])
const total = conceptSet(["total"])
const coverRate = conceptSet(["coverRate"])

const farthestAfter = 26
const worstGap = 9
const enough = 25

/** What the figure's own clause says; `led` leaves out the acts named after it. `strong`: an act says more than that
 * something took place. */
type Own = { all: ConceptSet; led: ConceptSet; strong: boolean }

/** What is needed for one figure only is kept for the next: so many sets a figure would all be garbage. */
const own: Own = { all: emptySet(), led: emptySet(), strong: false }
const named = emptySet()
const places = emptySet()
const members = new Uint8Array(mostMembers)
const topicsNamed = new Uint8Array(mostMembers)
const nothing = emptySet()

function hearOwnWords({ before, after, said, afterIsOwn, quantity }: Segment): void {
  become(own.all, said)
  if (quantity.written === "all") include(own.all, coverRate)
  become(own.led, own.all)
  own.strong = before.some(isDeed)
  if (!afterIsOwn) return
  for (const { content, far } of after) {
    if (!content.saysSomething) continue
    include(own.all, content.concepts)
    include(own.led, far === 0 ? content.concepts : content.named)
    own.strong ||= content.isDeed
  }
}

const isDeed = ({ content }: Word) => content.isDeed

type Reached = { score: number; via: Match["via"]; word: Word | null }

/** What `reachTopic` has found last. */
const reached: Reached = { score: 0, via: "none", word: null }

function reach(score: number, via: Match["via"], word: Word | null): true {
  reached.score = score
  reached.via = via
  reached.word = word
  return true
}

/** 讲授法治课,共37堂: a bare total of what was named last, with no figure between. */
function isTotalOf(topic: ConceptSet, { said, earlier, figureBefore }: Segment): boolean {
  const last = earlier[0]
  return (
    last !== undefined &&
    last.start > figureBefore &&
    meets(said, total) &&
    earlier.find(({ content }) => content.isThing) ===
      earlier.find((word) => meets(word.content.topicSet, topic))
  )
}

/** Whether and how the figure reaches a topic of the rule: by a word before it, behind it, or of an earlier clause. */
function reachTopic({ rule, topic, withTopics }: ReadyRule, segment: Segment, canCarry: boolean): boolean {
  if (rule.topic.length === 0) return reach(60, "none", null)
  let nearer = 0
  for (const word of segment.before) {
    const { topicSet } = word.content
    if (meets(topicSet, topic)) {
      if (word.gap > worstGap) break
      return reach(100 - word.gap * 3 - nearer * 12 - word.far / 8, "own", word)
    }
    if (word.content.isThing && !meets(topicSet, withTopics)) nearer += 1
  }
  let passed = 0
  for (const word of segment.after) {
    if (word.far > farthestAfter) break
    if (meets(word.content.topicSet, topic)) {
      const lent = segment.afterIsOwn ? 0 : 30
      return reach(88 - word.far * 1.2 - passed * 10 - lent - nearer * 10, "after", word)
    }
    if (word.content.isThing) passed += 1
  }
  if (!canCarry && !rule.with) return false
  if (rule.ownTopic && !isTotalOf(topic, segment)) return false
  let hops = 0
  for (const word of segment.earlier) {
    const { topicSet } = word.content
    if (meets(topicSet, topic))
      return reach(62 - hops * 7 - Math.min((segment.quantity.start - word.end) / 20, 8), "carried", word)
    if (exceeds(topicSet, covering)) hops += 1
    if (hops > 3) break
  }
  return false
}

function actScore({ rule, act }: ReadyRule, segment: Segment): number | null {
  if (!rule.act || segment.quantity.written === "zero") return 0
  if (meets(segment.said, act)) return 8
  if (meets(own.all, act)) return 3
  if (rule.ownAct) return null
  if (!own.strong || rule.actOptional) {
    for (const { content } of segment.earlier) {
      if (meets(content.actSet, act)) return 4
      if (content.isDeed) return rule.actOptional ? lacking() : null
    }
    const last = own.strong ? null : backgroundOf(segment).find(isDeed)
    if (last && meets(last.content.actSet, act)) return 2
  }
  return rule.actOptional ? lacking() : null
}

const lacking = () => (own.strong ? -6 : 0)

/** Only the rate named last before a figure has it, unless 均 gives it to all. */
function saysRate({ rule, say }: ReadyRule, segment: Segment): boolean {
  if (!rule.say) return true
  if (!meets(own.all, say)) return false
  if (segment.quantity.unit !== "rate" || segment.quantity.written === "all" || meets(own.all, alike))
    return true
  const nearest = segment.before.find((word) => word.content.marks.some((mark) => mark.endsWith("Rate")))
  return !nearest || meets(nearest.content.concepts, say)
}

/** True unless the text has last spoken of a rival of the rule; what there was none of stands behind its zero. */
function isAbout({ rule, about, rival }: ReadyRule, segment: Segment): boolean {
  if (!rule.about) return true
  const { quantity, before, after, earlier } = segment
  const last =
    (quantity.written === "zero" ? firstOf(after, about, rival) : null) ??
    firstOf(before, about, rival) ??
    firstOf(earlier, about, rival) ??
    firstOf(backgroundOf(segment), about, rival)
  return last ? meets(last.content.topicSet, about) : !rule.mustBeAbout
}

/** The first word with a topic of either set. */
function firstOf(words: readonly Word[], about: ConceptSet, rival: ConceptSet): Word | null {
  for (const word of words) {
    const { topicSet } = word.content
    if (meets(topicSet, about) || meets(topicSet, rival)) return word
  }
  return null
}

/** How many sorts of the rule's things the clause names. */
function sortsNamed({ topic }: ReadyRule, { before }: Segment): number {
  become(named, nothing)
  for (const { content } of before) include(named, content.topicSet)
  keep(named, topic)
  return membersOf(named, topicsNamed)
}

/** True where the sentence has last spoken of one of the topics. */
function speaksOf(topics: ConceptSet, { earlier }: Segment): boolean {
  const last = earlier.find((word) => word.content.topics.length > 0)
  return last !== undefined && meets(last.content.topicSet, topics)
}

/** Only words of sum stand between the figure and the one before it. */
function isBare({ before, after, afterIsOwn, unknown }: Segment): boolean {
  const words = afterIsOwn ? [...before, ...after] : before
  return unknown === 0 && !words.some((word) => word.content.topics.length > 0) && words.length <= 2
}

function matchOf(ready: ReadyRule, segment: Segment, canCarry: boolean): Match | null {
  const { rule, not } = ready
  // What is led by the act leaves out what stands after it: no more can be excluded than by all.
  if (meets(own.all, not) && (!meets(segment.said, ready.act) || meets(own.led, not))) return null
  if (!saysRate(ready, segment) || !isAbout(ready, segment)) return null
  if (rule.with && !meets(own.all, ready.withTopics)) return null
  if (rule.severalOf && sortsNamed(ready, segment) < 2) return null
  if (rule.bare && !isBare(segment)) return null
  if (rule.notAfter && !meets(own.all, total) && speaksOf(ready.notAfter, segment)) return null
  if (!reachTopic(ready, segment, canCarry)) return null
  const act = actScore(ready, segment)
  if (act === null) return null
  const score = reached.score + act + (rule.say ? 6 : 0) + (rule.weight ?? 0)
  return score >= enough ? { rule, score, via: reached.via, word: reached.word } : null
}

const isThing = ({ content }: Beside) => content.isThing

/** A noun may be left out only where nothing unexplained stands in its place. */
export function nounLeftOut({ before, after, afterIsOwn, unknown }: Segment): boolean {
  if (unknown > 1) return false
  return !before.some(isThing) && !(afterIsOwn && after.some(isThing))
}

/** Adds the places of the rules that the words bring into play. */
function bringIn(words: readonly Word[], set: RuleSet): void {
  for (const { content } of words)
    if (content.topics.length > 0) include(places, rulesOfMeaning(set, content))
}

/** The places of the rules to try, in order, into `members`; returns how many. Of what earlier clauses name, only rules
 * that may leave their noun out, or that need two things, can make anything. */
function placesToTry({ before, after, earlier }: Segment, set: RuleSet, canCarry: boolean): number {
  become(places, nothing)
  if (canCarry || set.hasPaired) {
    bringIn(earlier, set)
    if (!canCarry) keep(places, set.paired)
  }
  bringIn(before, set)
  bringIn(after, set)
  include(places, set.untied)
  return membersOf(places, members)
}

/** Keeps matches in order, best first; a tie goes to the first. */
function putInOrder(known: Match[], match: Match): Match[] {
  const matches = withOne(known, match)
  for (let at = matches.length - 1; at > 0; at -= 1) {
    const before = matches[at - 1]
    if (!before || before.score >= match.score) break
    matches[at] = before
    matches[at - 1] = match
  }
  return matches
}

const noMatches: Match[] = []

/** All rules that fit the figure, best first; a tie goes to the first. */
export function matchRules(segment: Segment, set: RuleSet): readonly Match[] {
  let matches = noMatches
  if (set.rules.length === 0) return matches
  const canCarry = nounLeftOut(segment)
  const count = placesToTry(segment, set, canCarry)
  if (count > 0) hearOwnWords(segment)
  for (let i = 0; i < count; i += 1) {
    const ready = set.rules[members[i] ?? 0]
    const match = ready ? matchOf(ready, segment, canCarry) : null
    if (match) matches = putInOrder(matches, match)
  }
  return matches
}
