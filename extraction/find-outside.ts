import { charIs, classOf, isAt } from "@/extraction/characters"
import { conceptSet, emptySet, include, meets } from "@/extraction/lexicon/concept-set"
import { WordTree } from "@/extraction/lexicon/word-tree"
import { outsideRules } from "@/extraction/rules/outside-rules"
import type { Segment } from "@/extraction/segment"

const reach = 14
const endsSentence = classOf("\n。")
const none = outsideRules.length
const byConcepts = outsideRules.flatMap(({ concepts }, rule) =>
  concepts ? [{ rule, concepts: conceptSet(concepts) }] : [],
)

/** Each word leads to the first rule that it, or a word it begins with, belongs to. */
function plant(): WordTree {
  const ruleOf = new Map<string, number>()
  for (const [rule, { words }] of outsideRules.entries())
    for (const word of words?.split(" ") ?? []) if (!ruleOf.has(word)) ruleOf.set(word, rule)
  const firsts = new Map<string, number>()
  for (const [word, rule] of ruleOf) {
    let first = rule
    for (let length = 1; length < word.length; length += 1)
      first = Math.min(first, ruleOf.get(word.slice(0, length)) ?? none)
    firsts.set(word, first)
  }
  return new WordTree(firsts)
}

const tree = plant()

function firstIn(text: string, from: number, to: number): number {
  let first = none
  for (let at = from; at < to; at += 1) {
    const found = tree.find(text, at)
    if (found >= 0 && at + (found & 63) <= to) first = Math.min(first, found >> 6)
  }
  return first
}

/** The name of the thing outside the catalogue that a figure counts, or null: then the figure is unclaimed. */
export function outsideOf(text: string, segment: Segment): string | null {
  const { quantity, before, after, earlier, unknown, start, end } = segment
  if (quantity.unit === "outside") return "unit that no metric has"
  if (quantity.unit === "points") return "points without a metric"
  if (charIs(text, start - 1, "|") || charIs(text, end, "|")) return "number in a table outside the catalogue"
  const opens = start === 0 || isAt(text, start - 1, endsSentence)
  if (before.length === 0 && unknown === 0 && earlier.length > 0 && !opens)
    return "another count of the thing before it"
  const said = emptySet()
  for (const words of [before, after, quantity.unit === "rate" ? earlier.slice(0, 4) : []])
    for (const { content } of words) include(said, content.concepts)
  const byConcept = byConcepts.find(({ concepts }) => meets(said, concepts))
  const byWord = Math.min(
    firstIn(text, Math.max(start, quantity.start - reach), quantity.start),
    firstIn(text, quantity.end, Math.min(end, quantity.end + reach)),
  )
  return outsideRules[Math.min(byConcept?.rule ?? none, byWord)]?.name ?? null
}
