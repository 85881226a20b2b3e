import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import type { ListedReport } from "@/components/overview/overview"

/** Where a report stands, in words: not counting, waiting with how much, ready to publish, published, changed since. */
export function reportState(report: ListedReport, locale: Locale): string {
  const t = translate(locale, "ui")
  const { counts, left, published, touched } = report
  if (!counts) return t("reports.notCounting")
  if (left > 0) return t(published > 0 ? "reports.openAgain" : "reports.open", { count: left })
  if (published === 0) return t("reports.ready")
  return t(touched ? "reports.touched" : "reports.published")
}
