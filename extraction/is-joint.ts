import type { Match } from "@/extraction/choose-metric"
import { conceptSet, meets } from "@/extraction/lexicon/concept-set"
import type { Act, Topic } from "@/extraction/lexicon/lexicon"
import type { Segment, Word } from "@/extraction/segment"

const connector = /[、和及与]/
const longestLink = 10
const activityUnits = new Set(["次", "场", "场次", "期"])
/** Things that are held so many times, also those that no metric counts. */
const activities = conceptSet([
  "meeting",
  "otherMeeting",
  "centreGroup",
  "preMeetingStudy",
  "firstTopic",
  "cadreStudy",
  "training",
  "narrowTraining",
  "caseTeaching",
  "event",
  "narrowEvent",
  "lecture",
  "consult",
  "drill",
  "forum",
  "legalityReview",
  "risk",
] satisfies Topic[])
const doing = conceptSet([
  "resolve",
  "hear",
  "review",
  "learn",
  "mediate",
  "accept",
  "distribute",
  "audit",
  "screen",
] satisfies Act[])
const shared = conceptSet(["alike", "respectively"])

function joins(text: string, left: { end: number }, right: { start: number }): boolean {
  const between = text.slice(left.end, right.start)
  return (
    right.start >= left.end &&
    between.length <= longestLink &&
    connector.test(between) &&
    !/等|,/.test(between)
  )
}

/** Two matches of different metrics by words that 和 or 、 joins. A word right behind the figure before is that one's:
 * 召开3次会议、培训5次. */
function joinsMetrics(text: string, { figureBefore }: Segment, matches: readonly Match[]): boolean {
  const best = matches[0]
  if (!best?.word || best.via !== "own") return false
  const { word } = best
  return matches.some((other) => {
    if (other.rule.metric === best.rule.metric || !other.word || other.via !== "own" || other.word === word)
      return false
    if (other.word.start === figureBefore) return false
    return other.word.start < word.start ? joins(text, other.word, word) : joins(text, word, other.word)
  })
}

const isActivity = ({ content }: Word) => meets(content.topicSet, activities)

/** Two activities under one number of times, of which only one may be a metric's. */
function joinsActivities(text: string, segment: Segment, word: Word): boolean {
  if (!isActivity(word)) return false
  return segment.before.some(
    (other) =>
      other !== word &&
      isActivity(other) &&
      !meets(other.content.topicSet, word.content.topicSet) &&
      (other.start < word.start ? joins(text, other, word) : joins(text, word, other)),
  )
}

/** Two things done, each with its own object, before one number of times: 审议…材料、听取…汇报16次. */
function joinsDeeds(text: string, segment: Segment): boolean {
  const deeds = segment.before.filter(
    ({ content }) => content.topics.length === 0 && meets(content.actSet, doing),
  )
  const [last, first] = deeds
  if (!last || !first || text[last.start - 1] !== "、") return false
  return last.start - first.end >= 3 && !meets(first.content.actSet, last.content.actSet)
}

/** True where one figure counts several things together: it is no metric's. 等 names their kind and parts them, 均 and
 * 分别 give each its own. */
export function isJoint(text: string, segment: Segment, matches: readonly Match[]): boolean {
  const best = matches[0]
  if (best?.via !== "own" || !best.word || best.rule.severalOf) return false
  if (meets(segment.said, shared)) return false
  if (joinsMetrics(text, segment, matches)) return true
  if (!activityUnits.has(segment.quantity.classifier ?? "")) return false
  return joinsActivities(text, segment, best.word) || joinsDeeds(text, segment)
}
