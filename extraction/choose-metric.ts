import type { Act, Topic } from "@/extraction/lexicon/lexicon"
import type { MetricRule } from "@/extraction/rules/metric-rule"
import type { Beside, Segment } from "@/extraction/segment"

/** A rule that fits a figure, how well, and by which word. */
export type Match = {
  rule: MetricRule
  score: number
  via: "own" | "after" | "carried" | "none"
  word: Beside | null
}

/** Acts that say only that something took place: they neither decide nor contradict. */
const lightActs = new Set<Act>([
  "hold",
  "handle",
  "provide",
  "serve",
  "decide",
  "build",
  "confirm",
  "appoint",
  "staff",
  "govern",
  "accept",
  "speak",
  "represent",
  "train",
  "create",
])
/** Things that are named beside others without being what is counted. */
const sideTopics = new Set<Topic>([
  "cover",
  "attend",
  "serviceHall",
  "leaders",
  "enterprise",
  "village",
  "issue",
  "otherPaper",
  "audience",
  "legalityReview",
  "market",
])
const farthestAfter = 26
const worstGap = 9
const enough = 25

const shares = <T>(list: readonly T[], wanted: readonly T[] | undefined) =>
  wanted?.some((each) => list.includes(each)) ?? false

type Own = { topics: Set<string>; acts: Set<Act>; marks: Set<string> }

/** What the figure's own clause says: before it, and after it where those words are its own. */
function ownWords(segment: Segment): Own {
  const own: Own = { topics: new Set(), acts: new Set(), marks: new Set() }
  const beside = segment.afterIsOwn ? [...segment.before, ...segment.after] : segment.before
  for (const word of beside) {
    for (const topic of word.topics) own.topics.add(topic)
    for (const act of word.acts) own.acts.add(act)
    for (const mark of word.marks) own.marks.add(mark)
  }
  if (segment.quantity.written === "all") own.marks.add("coverRate")
  return own
}

const ledActs = (segment: Segment) => new Set(segment.before.flatMap((word) => word.acts))

const holds = (own: Own, concept: string) =>
  own.topics.has(concept) || own.acts.has(concept as Act) || own.marks.has(concept)

type Reached = { score: number; via: Match["via"]; word: Beside | null }

function reachTopic(rule: MetricRule, segment: Segment, canCarry: boolean): Reached | null {
  if (rule.topic.length === 0) return { score: 60, via: "none", word: null }
  let nearer = 0
  for (const word of segment.before) {
    if (shares(word.topics, rule.topic)) {
      if (word.gap > worstGap) break
      return { score: 100 - word.gap * 3 - nearer * 12 - word.far / 8, via: "own", word }
    }
    if (word.topics.some((topic) => !sideTopics.has(topic) && !rule.with?.includes(topic))) nearer += 1
  }
  const after = segment.after.find((word) => shares(word.topics, rule.topic))
  if (after && after.far <= farthestAfter) {
    const passed = segment.after.filter(
      (word) => word.start < after.start && word.topics.some((topic) => !sideTopics.has(topic)),
    )
    return {
      score: 88 - after.far * 1.2 - passed.length * 10 - (segment.afterIsOwn ? 0 : 30) - nearer * 10,
      via: "after",
      word: after,
    }
  }
  if (rule.ownTopic || !canCarry) return null
  let hops = 0
  for (const word of segment.earlier) {
    if (shares(word.topics, rule.topic))
      return { score: 62 - hops * 7 - Math.min(word.far / 20, 8), via: "carried", word }
    if (word.topics.some((topic) => topic !== "cover")) hops += 1
    if (hops > 3) break
  }
  return null
}

function actScore(rule: MetricRule, segment: Segment, own: Own): number | null {
  if (!rule.act) return 0
  if (segment.before.some((word) => shares(word.acts, rule.act))) return 8
  if (rule.act.some((act) => own.acts.has(act))) return 3
  if (rule.ownAct) return null
  const strong = [...own.acts].some((act) => !lightActs.has(act))
  if (!strong || rule.actOptional) {
    const governing = segment.earlier.find((word) =>
      word.acts.some((act) => !lightActs.has(act) || rule.act?.includes(act)),
    )
    if (governing && shares(governing.acts, rule.act)) return 4
  }
  if (rule.actOptional && !strong) return 0
  return rule.actOptional ? -6 : null
}

/** Only the rate named last before a figure has it, unless 均 gives it to all. */
function saysRate(rule: MetricRule, segment: Segment, own: Own): boolean {
  if (!rule.say) return true
  if (!rule.say.some((mark) => own.marks.has(mark))) return false
  if (segment.quantity.unit !== "rate" || own.marks.has("alike") || segment.quantity.written === "all")
    return true
  const nearest = segment.before.find((word) => word.marks.some((mark) => mark.endsWith("Rate")))
  return !nearest || shares(nearest.marks, rule.say)
}

/** True unless the text has last spoken of a rival of the rule. */
function isAbout(rule: MetricRule, segment: Segment): boolean {
  if (!rule.about) return true
  for (const words of [segment.before, segment.earlier, segment.background]) {
    for (const word of words) {
      if (shares(word.topics, rule.about)) return true
      if (shares(word.topics, rule.rival)) return false
    }
  }
  return !rule.mustBeAbout
}

/** How many sorts of the rule's things the clause names. */
function sortsNamed(rule: MetricRule, segment: Segment): number {
  return new Set(segment.before.flatMap((word) => word.topics).filter((topic) => rule.topic.includes(topic)))
    .size
}

/** True where the sentence has last spoken of one of `topics`. */
function speaksOf(topics: readonly Topic[] | undefined, { earlier }: Segment): boolean {
  return shares(earlier.find((word) => word.topics.length > 0)?.topics ?? [], topics)
}

/** Only words of sum stand between the figure and the one before it. */
function isBare(segment: Segment): boolean {
  const words = segment.afterIsOwn ? [...segment.before, ...segment.after] : segment.before
  return segment.unknown === 0 && !words.some((word) => word.topics.length > 0) && words.length <= 2
}

function matchOf(rule: MetricRule, segment: Segment, own: Own, canCarry: boolean): Match | null {
  const ledBefore = segment.before.some((word) => shares(word.acts, rule.act))
  const excluding = ledBefore ? { ...own, acts: ledActs(segment) } : own
  if (rule.not?.some((concept) => holds(excluding, concept))) return null
  if (!isAbout(rule, segment)) return null
  if (rule.severalOf && sortsNamed(rule, segment) < 2) return null
  if (rule.bare && !isBare(segment)) return null
  if (!own.marks.has("total") && speaksOf(rule.notAfter, segment)) return null
  if (!saysRate(rule, segment, own)) return null
  if (rule.with && !rule.with.some((topic) => own.topics.has(topic))) return null
  const reached = reachTopic(rule, segment, canCarry || Boolean(rule.with))
  if (!reached) return null
  const act = actScore(rule, segment, own)
  if (act === null) return null
  const score = reached.score + act + (rule.say ? 6 : 0) + (rule.weight ?? 0)
  return score >= enough ? { rule, score, via: reached.via, word: reached.word } : null
}

/** A noun may be left out only where nothing unexplained stands in its place. */
export function nounLeftOut(segment: Segment): boolean {
  if (segment.unknown > 1) return false
  const beside = segment.afterIsOwn ? [...segment.before, ...segment.after] : segment.before
  return !beside.some((word) => word.topics.some((topic) => !sideTopics.has(topic)))
}

/** Every topic in reach of the figure: most rules fall at this first gate. */
function topicsNamed({ before, after, earlier }: Segment): Set<Topic> {
  const named = new Set<Topic>()
  for (const words of [before, after, earlier])
    for (const word of words) for (const topic of word.topics) named.add(topic)
  return named
}

/** All rules that fit the figure, best first. */
export function matchRules(segment: Segment, rules: readonly MetricRule[]): readonly Match[] {
  const own = ownWords(segment)
  const canCarry = nounLeftOut(segment)
  const matches: Match[] = []
  const named = topicsNamed(segment)
  for (const rule of rules) {
    if (rule.topic.length > 0 && !rule.topic.some((topic) => named.has(topic))) continue
    const match = matchOf(rule, segment, own, canCarry)
    if (match) matches.push(match)
  }
  return matches.sort((a, b) => b.score - a.score)
}
