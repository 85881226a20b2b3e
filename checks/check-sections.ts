import type { CheckFunction } from "@/checks/checked-report"
import type { SectionRole } from "@/extraction/report"

/** The contents that article 24 of the supervision rules requires; causes may stand with the shortcomings. */
const required: readonly SectionRole[] = ["results", "shortcomings", "duty", "plan"]
/** Text in one section that does the work of another. */
const inBody: Readonly<Partial<Record<SectionRole, RegExp>>> = {
  duty: /履行.{0,16}第一责任人|第一责任人.{0,10}(职责|履行)/,
  shortcomings: /(存在|仍有|还有).{0,12}(问题|不足|短板|差距)/,
}
const shortestReport = 1500

/** A required content that no heading names, in a report that is whole: a passage of a report is not blamed. A paragraph
 * on the first responsible person under another heading still leaves the section missing when it says a few words. */
export const checkSections: CheckFunction = ({ report, text }) => {
  if (text.length < shortestReport) return []
  const present = new Set(report.sections.map((section) => section.role))
  const headings = report.sections.filter((section) => section.level > 0 && section.level <= 2)
  if (headings.length < 2) return []
  return required
    .filter((role) => !present.has(role) && !(role === "results" && present.has("other")))
    .filter((role) => !(role === "shortcomings" && inBody.shortcomings?.test(text)))
    .map((role) => ({
      check: "missing-section",
      severity: "warning",
      params: { section: role },
      evidence: null,
    }))
}
