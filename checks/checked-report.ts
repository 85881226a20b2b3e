import type { MetricCode } from "@/catalogue/metric"
import type { Finding } from "@/checks/finding"
import type { CheckContext } from "@/checks/previous-year"
import type { Candidate } from "@/extraction/candidate"
import type { ReadReport } from "@/extraction/report"

export type Stated = Candidate & { value: number }

/** What every check is given: the report as read, its own results of each metric in the order of the text, its text and
 * what is known beside it. A check only looks. */
export type CheckedReport = {
  report: ReadReport
  results: ReadonlyMap<MetricCode, readonly Stated[]>
  text: string
  context: CheckContext
}

export type CheckFunction = (checked: CheckedReport) => readonly Finding[]

/** Evidence for a place that is no candidate's: the place itself and the line around it. */
export function evidenceAt(
  text: string,
  start: number,
  end: number,
  heading: string | null = null,
): NonNullable<Finding["evidence"]> {
  const before = Math.max(text.lastIndexOf("\n", start - 1), text.lastIndexOf("。", start - 1)) + 1
  const stops = [text.indexOf("\n", end), text.indexOf("。", end)].filter((at) => at >= 0)
  const after = stops.length > 0 ? Math.min(...stops) + 1 : text.length
  return { start, end, quote: text.slice(start, end), sentence: text.slice(before, after).trim(), heading }
}
