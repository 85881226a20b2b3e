import Link from "next/link"
import { formatDate } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import { FindingList } from "@/components/review/finding-list"
import { HighlightedText } from "@/components/review/highlighted-text"
import { ReadingCard } from "@/components/review/reading-card"
import type { ReviewReport } from "@/components/review/report"
import { VersionNotice } from "@/components/review/version-notice"

export type ReviewActions = { decide: Action; acceptAll: Action; chooseThis: Action }

type Props = { locale: Locale; report: ReviewReport; actions: ReviewActions }

/** One report: its text with every figure marked in place, and beside it what was read, to accept, correct or reject. */
export function ReportPage({ locale, report, actions }: Props) {
  const t = translate(locale, "ui")
  const { town, year, readings, findings } = report
  const open = readings.filter((reading) => reading.state === "open")
  const clear = open.filter((reading) => !findings.some((finding) => touches(finding, reading)))
  const words = { town: town.name, year: String(year), count: readings.length }
  const facts = [
    [t("report.issuer"), report.issuer],
    [t("report.index"), report.indexNumber],
    [t("report.published"), report.publishedOn && formatDate(report.publishedOn, locale)],
    [t("report.file"), report.fileName],
  ].filter(([, value]) => value)
  return (
    <>
      <h1 className="text-xl font-semibold">
        {t(open.length === 0 && readings.length > 0 ? "report.titleDone" : "report.title", words)}
      </h1>
      <p className="mt-1 text-sm text-ink-2">
        {facts.map(([name, value]) => (
          <span key={name} className="mr-4 inline-block break-all">
            {name} {value}
          </span>
        ))}
        <a href={`/reports/${town.code}/${year}/original?version=${report.version}`}>
          {t("report.original")}
        </a>
      </p>
      <VersionNotice locale={locale} report={report} action={actions.chooseThis} />
      {report.isRecognised ? <p className="mt-2 text-warn">{t("report.ocr")}</p> : null}
      {report.broken > 0 ? (
        <p role="alert" className="mt-2 text-bad">
          {t("report.broken", { count: report.broken })}
        </p>
      ) : null}
      <div className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,1fr)_26rem]">
        <section
          aria-label={t("report.text")}
          className="sheet order-2 max-h-none overflow-y-auto lg:order-1 lg:max-h-[80dvh]"
        >
          <HighlightedText
            text={report.text}
            sections={report.sections}
            readings={readings}
            findings={findings}
          />
        </section>
        <section
          aria-label={t("report.readings")}
          className="order-1 min-w-0 lg:order-2 lg:max-h-[80dvh] lg:overflow-y-auto lg:pr-1"
        >
          <FindingList locale={locale} findings={findings} />
          <div className="sticky top-0 z-10 flex flex-wrap items-center gap-2 bg-paper py-2">
            <h2 className="text-lg font-semibold">{t("report.readings")}</h2>
            {open.length > 0 ? (
              <span className="text-sm text-warn">{t("report.progress", { undecided: open.length })}</span>
            ) : null}
            {report.counts && !report.isRecognised && clear.length > 0 ? (
              <ActionForm action={actions.acceptAll} fields={{ town: town.code, year }} className="w-full">
                <button type="submit" className="button button-main w-full">
                  {t("report.acceptAll", { count: clear.length })}
                </button>
              </ActionForm>
            ) : null}
          </div>
          {readings.length === 0 ? <p className="text-ink-2">{t("report.none")}</p> : null}
          <ol className="grid gap-2">
            {readings.map((reading) => (
              <ReadingCard
                key={reading.id}
                locale={locale}
                reading={reading}
                report={report}
                decide={actions.decide}
              />
            ))}
          </ol>
          {report.unclaimed.length > 0 ? (
            <details className="mt-4 text-sm text-ink-2">
              <summary className="min-h-10 cursor-pointer py-2">
                {t("report.unclaimed", { count: report.unclaimed.length })}
              </summary>
              <p>{report.unclaimed.map(({ quote }) => quote).join(" · ")}</p>
            </details>
          ) : null}
          <p className="mt-4">
            <Link className="button" href={`/towns/${town.code}`}>
              {town.name}
            </Link>
          </p>
        </section>
      </div>
    </>
  )
}

function touches(
  finding: { start: number | null; end: number | null },
  reading: { start: number; end: number },
): boolean {
  return (
    finding.start !== null &&
    finding.end !== null &&
    finding.start < reading.end &&
    reading.start < finding.end
  )
}
