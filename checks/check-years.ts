import { type CheckFunction, evidenceAt } from "@/checks/checked-report"

/** Title and body claim different years as the report's own. */
export const checkYears: CheckFunction = ({ report, text }) => {
  const [first, ...others] = report.yearsClaimed
  const other = others.find((claim) => claim.year !== first?.year)
  if (!first || !other) return []
  return [
    {
      check: "year-mismatch",
      severity: "error",
      params: { first: first.year, second: other.year },
      evidence: evidenceAt(text, other.start, other.end),
    },
  ]
}
