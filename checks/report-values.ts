import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { CheckedReport } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"
import type { Candidate } from "@/extraction/candidate"

export type Stated = Candidate & { value: number }

/** The report's own results of a metric, in the order of the text. */
export function resultsOf({ report }: CheckedReport, metric: MetricCode): readonly Stated[] {
  return report.candidates.filter(
    (candidate): candidate is Stated =>
      candidate.metric === metric && candidate.kind === "result" && candidate.value !== null,
  )
}

/** The one value of a metric, or null where none is stated or several differ: then no check may lean on it. */
export function onlyResult(checked: CheckedReport, metric: MetricCode): Stated | null {
  const [first, ...rest] = resultsOf(checked, metric)
  return first && rest.every((candidate) => candidate.value === first.value) ? first : null
}

/** The names of a metric for a message in either language. */
export function namesOf(metric: MetricCode): { metric: string; metricEn: string } {
  const { nameZh, nameEn } = metricOf(metric)
  return { metric: nameZh, metricEn: nameEn }
}

export function evidenceOf({ evidence: { rule: _, ...evidence } }: Candidate): Finding["evidence"] {
  return evidence
}

/** A number in a message: no more decimals than it has, at most two. */
export function plain(value: number): number {
  return Math.round(value * 100) / 100
}
