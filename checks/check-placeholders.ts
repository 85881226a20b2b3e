import { metricOf } from "@/catalogue/metric"
import type { CheckFunction } from "@/checks/checked-report"

/** A figure that was never filled in: 调处矛盾纠纷@件. */
export const checkPlaceholders: CheckFunction = ({ report }) =>
  report.candidates
    .filter((candidate) => candidate.missing === "placeholder")
    .map(({ metric, evidence: { rule: _, ...evidence } }) => ({
      check: "unfilled-placeholder",
      severity: "error",
      params: { metric: metricOf(metric).nameZh, metricEn: metricOf(metric).nameEn, quote: evidence.quote },
      evidence,
    }))
