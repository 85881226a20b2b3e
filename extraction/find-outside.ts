import { outsideRules } from "@/extraction/rules/outside-rules"
import type { Segment } from "@/extraction/segment"

const reach = 14

/** The name of the thing outside the catalogue that a figure counts, or null: then the figure is unclaimed. */
export function outsideOf(text: string, segment: Segment): string | null {
  const { quantity } = segment
  if (quantity.unit === "outside") return "unit that no metric has"
  if (quantity.unit === "points") return "points without a metric"
  if (
    segment.before.length === 0 &&
    segment.unknown === 0 &&
    segment.earlier.length > 0 &&
    !/^[\n。]/.test(text.slice(segment.start - 1))
  ) {
    return "another count of the thing before it"
  }
  const words = [...segment.before, ...segment.after]
  const concepts = new Set(
    [...words, ...(quantity.unit === "rate" ? segment.earlier.slice(0, 4) : [])].flatMap(
      (word) => [...word.meaning.topics, ...word.meaning.acts, ...word.meaning.marks] as string[],
    ),
  )
  const before = text.slice(Math.max(segment.start, quantity.start - reach), quantity.start)
  const around = before + text.slice(quantity.end, Math.min(segment.end, quantity.end + reach))
  const rule = outsideRules.find(
    (each) => each.concepts?.some((concept) => concepts.has(concept)) || each.words?.test(around),
  )
  return rule?.name ?? null
}
