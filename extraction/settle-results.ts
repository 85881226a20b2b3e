import type { Candidate } from "@/extraction/candidate"
import { conceptSet, meets } from "@/extraction/lexicon/concept-set"
import type { Draft } from "@/extraction/read-candidates"

const isResult = ({ candidate }: Draft) => candidate.kind === "result" && candidate.value !== null

const sumUp = conceptSet(["sumUp"])
const totalsUp = ({ segment }: Draft) => meets(segment.said, sumUp)

/** Looks at all results of one metric together: a total makes the figures before it parts, and a figure of one sort only
 * is a part where the report also gives the whole. */
export function settleResults(drafts: readonly Draft[], text: string): readonly Candidate[] {
  const parts = new Set<Draft>()
  const byMetric = new Map<string, Draft[]>()
  for (const draft of drafts.filter(isResult)) {
    const { metric } = draft.candidate
    const known = byMetric.get(metric)
    if (known) known.push(draft)
    else byMetric.set(metric, [draft])
  }
  for (const [metric, results] of byMetric) {
    if (results.length < 2) continue
    for (const [index, draft] of results.entries()) {
      const value = draft.candidate.value ?? 0
      if (totalsUp(draft)) {
        for (const earlier of results.slice(0, index)) {
          const near = earlier.paragraph === draft.paragraph && (earlier.candidate.value ?? 0) < value
          if (near && !totalsUp(earlier)) parts.add(earlier)
        }
      }
    }
    const whole = results.some((draft) => !draft.match.rule.narrow && !parts.has(draft))
    for (const draft of results) if (whole && draft.match.rule.narrow) parts.add(draft)
    if (metric === "proposals_handled") settleAddends(results, parts, text)
  }
  return drafts.map((draft) => (parts.has(draft) ? { ...draft.candidate, kind: "part" } : draft.candidate))
}

/** Deputies' proposals and those of the consultative conference are two addends unless only one is given. */
function settleAddends(results: readonly Draft[], parts: Set<Draft>, text: string) {
  const addends = results.filter((draft) => draft.match.rule.name === "proposals-of-deputies")
  const paragraph = addends[0]?.paragraph
  if (addends.length < 2 || text.length === 0) return
  for (const draft of addends) if (draft.paragraph === paragraph) parts.add(draft)
}
