import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { Candidate } from "@/extraction/candidate"
import { ofOneProcedure } from "@/extraction/judge-part"
import type { MetricRule } from "@/extraction/rules/metric-rule"

/** What is kept of a reading until the whole report has been read; `because` is the rule of its judgement. */
export type Kept = {
  candidate: Candidate
  rule: MetricRule
  because: string
  sums: boolean
  paragraph: number
}

const isResult = ({ candidate }: Kept) => candidate.kind === "result" && candidate.value !== null

/** Figures of a metric before and after one that can be its parts. */
const farthest = 12
const figureOf = ({ candidate }: Kept) => candidate.value ?? 0
const isAddend = ({ candidate }: Kept) =>
  (candidate.kind === "result" || candidate.kind === "part") &&
  candidate.value !== null &&
  candidate.value > 0

/** The figures of one metric that stand side by side in a paragraph and add up to `whole`, before it or after it; none
 * where fewer than two do. */
function addendsOf(whole: Kept, neighbours: readonly Kept[]): readonly Kept[] {
  const place = neighbours.indexOf(whole)
  for (const side of [neighbours.slice(0, place).reverse(), neighbours.slice(place + 1)]) {
    let sum = 0
    for (const [count, draft] of side.entries()) {
      sum += figureOf(draft)
      if (sum === figureOf(whole) && count > 0) return side.slice(0, count + 1)
      if (sum > figureOf(whole)) break
    }
  }
  return []
}

/** The fines of one procedure are all fines where the report names no others. */
const isOnlyFine = (draft: Kept, drafts: readonly Kept[]) =>
  draft.because === ofOneProcedure &&
  drafts.every((each) => each === draft || each.candidate.metric !== "fines_amount")

const asResult = (draft: Kept): Kept => ({ ...draft, candidate: { ...draft.candidate, kind: "result" } })

/** Looks at all results of one metric together: a total makes the figures before it parts, so do counts that add up to
 * another (rates never do), and a figure of one sort only is a part where the report also gives the whole. */
export function settleResults(read: readonly Kept[]): readonly Candidate[] {
  const drafts = read.map((draft) => (isOnlyFine(draft, read) ? asResult(draft) : draft))
  const parts = new Set<Kept>()
  const byMetric = new Map<MetricCode, Kept[]>()
  for (const draft of drafts) {
    if (!isAddend(draft) && !isResult(draft)) continue
    const { metric } = draft.candidate
    const known = byMetric.get(metric)
    if (known) known.push(draft)
    else byMetric.set(metric, [draft])
  }
  for (const [metric, known] of byMetric) {
    if (known.length < 2) continue
    const results = known.filter(isResult)
    if (results.length < 2) continue
    const isCount = metricOf(metric).kind !== "rate"
    for (const [index, draft] of known.entries()) {
      if (!isResult(draft)) continue
      const near = known
        .slice(Math.max(0, index - farthest), index + farthest + 1)
        .filter((each) => each.paragraph === draft.paragraph && isAddend(each))
      if (isCount) for (const addend of addendsOf(draft, near)) parts.add(addend)
      if (!draft.sums) continue
      for (const earlier of near.slice(0, near.indexOf(draft))) {
        if (isResult(earlier) && figureOf(earlier) < figureOf(draft) && !earlier.sums) parts.add(earlier)
      }
    }
    const whole = results.some((draft) => !draft.rule.narrow && !parts.has(draft))
    for (const draft of results) if (whole && draft.rule.narrow) parts.add(draft)
    const addend = addends[metric]
    if (addend) settleAddends(results, addend, parts)
  }
  return drafts.map((draft) =>
    parts.has(draft) && isResult(draft) ? { ...draft.candidate, kind: "part" } : draft.candidate,
  )
}

/** Rules whose figures are addends where several stand in one paragraph: deputies' proposals and those of the consultative
 * conference, villages and communities. */
const addends: Partial<Record<MetricCode, string>> = {
  proposals_handled: "proposals-of-deputies",
  villages: "villages",
}

function settleAddends(results: readonly Kept[], rule: string, parts: Set<Kept>) {
  const found = results.filter((draft) => draft.rule.name === rule)
  const side = found.filter((draft) => draft.paragraph === found[0]?.paragraph)
  if (side.length >= 2) for (const draft of side) parts.add(draft)
}
