import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import type { ReviewReport } from "@/components/review/report"
import { VersionChanges } from "@/components/review/version-changes"

/** Where a report has several versions: which one counts, and the others to see or choose. */
export function VersionNotice({
  locale,
  report,
  action,
}: {
  locale: Locale
  report: ReviewReport
  action: Action
}) {
  const t = translate(locale, "review")
  const { town, year, versions, version } = report
  if (versions.length < 2) return null
  const counting = versions.find((row) => row.counts)
  return (
    <div className="mt-3 rounded border border-warn bg-warn-wash p-3">
      <p>
        {counting
          ? t("versions", { count: versions.length, counting: counting.version })
          : t("versionsNone", { count: versions.length })}
      </p>
      {report.counts ? null : <p>{t("notCounting")}</p>}
      {counting && report.versionChanges ? (
        <VersionChanges locale={locale} counting={counting.version} changes={report.versionChanges} />
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {versions
          .filter((row) => row.version !== version)
          .map((row) => (
            <Link
              key={row.version}
              className="button"
              href={`/reports/${town.code}/${year}?version=${row.version}`}
            >
              {t("see", { version: row.version })}
            </Link>
          ))}
        {report.counts ? null : (
          <ActionForm action={action} fields={{ town: town.code, year, version }}>
            <button type="submit" className="button button-main">
              {t("choose", { version })}
            </button>
          </ActionForm>
        )}
      </div>
    </div>
  )
}
