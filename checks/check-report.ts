import { checkChanges, checkMissing, checkRepeats } from "@/checks/check-changes"
import { checkCitations } from "@/checks/check-citations"
import { checkCopies } from "@/checks/check-copies"
import { checkDates } from "@/checks/check-dates"
import { checkContradictions, checkParts, checkRates, checkSums } from "@/checks/check-logic"
import { checkPlaceholders } from "@/checks/check-placeholders"
import { checkSections } from "@/checks/check-sections"
import { checkTowns } from "@/checks/check-towns"
import { checkYears } from "@/checks/check-years"
import type { CheckFunction } from "@/checks/checked-report"
import type { Finding } from "@/checks/finding"
import { type CheckContext, noContext } from "@/checks/previous-year"
import { resultsByMetric } from "@/checks/report-values"
import type { ReadReport } from "@/extraction/report"

const checkFunctions: readonly CheckFunction[] = [
  checkPlaceholders,
  checkCitations,
  checkSections,
  checkYears,
  checkRates,
  checkParts,
  checkSums,
  checkContradictions,
  checkTowns,
  checkRepeats,
  checkChanges,
  checkMissing,
  checkCopies,
  checkDates,
]

/** Everything in a report that a person should look at, in the order of the checks. With no context, the checks that
 * need the year before, the town or its neighbours find nothing. Pure: the same report gives the same findings. */
export function checkReport(
  report: ReadReport,
  text: string,
  context: CheckContext = noContext,
): readonly Finding[] {
  const checked = { report, results: resultsByMetric(report.candidates), text, context }
  const findings: Finding[] = []
  for (const check of checkFunctions) for (const finding of check(checked)) findings.push(finding)
  return findings
}
