import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { CheckFunction, Stated } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"
import type { CheckContext } from "@/checks/previous-year"
import { evidenceOf, namesOf, onlyResult, plain } from "@/checks/report-values"

/** Small counts repeat by chance. */
const smallestRepeated = 4
const repeatsTogether = 3
const largeRepeated = 20

const unusualScore = 0.6
const farApart = 3
const relativeChange = 0.3
/** Stands for the spread of a metric where too few towns are held to know it. */
const usualSpread: Readonly<Partial<Record<string, number>>> = {
  "%": 5,
  万元: 50_000,
  人次: 200,
  份: 200,
  次: 10,
}

/** |a-b| / (|a|+|b|+eps): 0 to 1, the same both ways, quiet where both are small (peers' BARD). */
export function changeScore(previous: number, value: number, eps: number): number {
  return Math.abs(value - previous) / (Math.abs(value) + Math.abs(previous) + eps)
}

/** Below it, chance alone explains a change: 3 to 0, 0 to 4. */
const smallestSpread = 5

/** How far a metric's usual values lie apart among the towns; peers' BARD takes a tenth of their range. */
function spreadOf(metric: MetricCode, { spreads }: CheckContext): number {
  return Math.max(smallestSpread, spreads.get(metric) ?? usualSpread[metricOf(metric).unit] ?? 10)
}

type Pair = { metric: MetricCode; previous: number; now: Stated }

function pairs(checked: Parameters<CheckFunction>[0]): readonly Pair[] {
  return (checked.context.previous?.values ?? []).flatMap(({ metric, value }) => {
    const now = onlyResult(checked, metric)
    return value === null || !now ? [] : [{ metric, previous: value, now }]
  })
}

/** A count that stands still: any of twenty or more, or three at once. Stocks and rates may well stay as they were. */
export const checkRepeats: CheckFunction = (checked) => {
  const same = pairs(checked).filter(
    ({ metric, previous, now }) =>
      metricOf(metric).kind === "flow" && now.value === previous && previous >= smallestRepeated,
  )
  return same
    .filter(({ previous }) => previous >= largeRepeated || same.length >= repeatsTogether)
    .map(({ metric, now }): Finding => ({
      check: "identical-to-last-year", severity: "notice",
      params: { ...namesOf(metric), value: plain(now.value) }, evidence: evidenceOf(now),
    })) // biome-ignore format: a row
}

/** A jump that size alone does not explain: the bounded score is high, and for counts the difference of square roots is
 * over three, which holds for small counts and for the few yearly points there are (mean ± 3 sd never fires below 11). */
export const checkChanges: CheckFunction = (checked) =>
  pairs(checked).flatMap(({ metric, previous, now }): Finding[] => {
    const { kind } = metricOf(metric)
    const score = changeScore(previous, now.value, spreadOf(metric, checked.context))
    const apart =
      kind === "rate"
        ? Math.abs(now.value - previous) / 5
        : 2 * Math.abs(Math.sqrt(now.value) - Math.sqrt(previous))
    const relative = Math.abs(now.value - previous) / Math.max(previous, 1)
    const jumps = score >= unusualScore || (kind === "rate" && Math.abs(now.value - previous) > 20)
    if (!jumps || apart <= farApart || relative <= relativeChange) return []
    const params = {
      ...namesOf(metric),
      previous: plain(previous),
      value: plain(now.value),
      score: plain(score),
    }
    return [{ check: "unusual-change", severity: "warning", params, evidence: evidenceOf(now) }]
  })

/** Stated last year, silent now. A placeholder has its own finding. */
export const checkMissing: CheckFunction = (checked) => {
  if (checked.context.previous === null) return []
  const named = new Set(
    checked.report.candidates.filter(({ kind }) => kind === "result").map(({ metric }) => metric),
  )
  return checked.context.previous.values.flatMap(({ metric, value }): Finding[] => {
    if (value === null || named.has(metric)) return []
    return [
      {
        check: "newly-missing",
        severity: "notice",
        params: { ...namesOf(metric), previous: plain(value) },
        evidence: null,
      },
    ]
  })
}
