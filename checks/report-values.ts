import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { CheckedReport, Stated } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"
import type { Candidate } from "@/extraction/candidate"

const isStated = (candidate: Candidate): candidate is Stated =>
  candidate.kind === "result" && candidate.value !== null

/** A report's own results by metric, in the order of the text. */
export function resultsByMetric(candidates: readonly Candidate[]): CheckedReport["results"] {
  const results = new Map<MetricCode, Stated[]>()
  for (const candidate of candidates) {
    if (!isStated(candidate)) continue
    const known = results.get(candidate.metric)
    if (known) known.push(candidate)
    else results.set(candidate.metric, [candidate])
  }
  return results
}

/** The one value of a metric, or null where none is stated or several differ: then no check may lean on it. */
export function onlyResult({ results }: CheckedReport, metric: MetricCode): Stated | null {
  const stated = results.get(metric)
  const first = stated?.[0]
  return stated && first && stated.every(({ value }) => value === first.value) ? first : null
}

/** The names of a metric for a message in either language. */
export function namesOf(metric: MetricCode): { metric: string; metricEn: string } {
  const { nameZh, nameEn } = metricOf(metric)
  return { metric: nameZh, metricEn: nameEn }
}

export function evidenceOf({ evidence }: Candidate): Finding["evidence"] {
  const { start, end, quote, sentence, heading } = evidence
  return { start, end, quote, sentence, heading }
}

/** A number in a message: no more decimals than it has, at most two. */
export function plain(value: number): number {
  return Math.round(value * 100) / 100
}
