import type { CheckFunction } from "@/checks/checked-report"

const dayInMilliseconds = 86_400_000

/** Published after the deadline of the year after its own. */
export const checkDates: CheckFunction = ({ report, context: { deadline } }) => {
  const { publishedOn, referenceYear } = report
  if (publishedOn === null || referenceYear === null) return []
  const due = `${referenceYear + 1}-${deadline}`
  const days = Math.round((Date.parse(publishedOn) - Date.parse(due)) / dayInMilliseconds)
  if (!Number.isFinite(days) || days < 0) return []
  return [{ check: "late", severity: "notice", params: { publishedOn, deadline: due, days }, evidence: null }]
}
