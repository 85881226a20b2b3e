import type { ReactNode } from "react"
import { formatDate } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { FollowHash } from "@/components/reports/follow-hash"
import { type Action, ActionForm } from "@/components/review/action-form"
import { AssignFields } from "@/components/review/assign-fields"
import { DeskKeys } from "@/components/review/desk-keys"
import { Headings } from "@/components/review/headings"
import { HighlightedText } from "@/components/review/highlighted-text"
import { ItemList } from "@/components/review/item-list"
import { KeyHelp } from "@/components/review/key-help"
import { MarkSelection } from "@/components/review/mark-selection"
import { MetricSelect } from "@/components/review/metric-select"
import { OriginalPages } from "@/components/review/original-pages"
import { Presence } from "@/components/review/presence"
import { PublishPanel } from "@/components/review/publish-panel"
import type { ReviewReport } from "@/components/review/report"
import { SourceForm } from "@/components/review/source-form"
import { GeneralThreads, type Talk } from "@/components/review/town-talk"
import { TrendPanel } from "@/components/review/trend-panel"
import { VersionNotice } from "@/components/review/version-notice"

export type ReviewActions = Readonly<
  Record<
    "decide" | "acceptAll" | "chooseThis" | "judge" | "dismiss" | "assign" | "enter" | "publish" | "reread",
    Action
  >
>

/** `actions` null: the reader may look and not decide. `talk` is what the reader and the other side say of the report. */
type Props = { locale: Locale; report: ReviewReport; actions: ReviewActions | null; talk: Talk }

/** The review desk of one report: its text with every figure marked in place, what was read from it, doubtful first, and the
 * chart that the current reading will change. */
export function ReportPage({ locale, report, actions, talk }: Props) {
  const t = translate(locale, "review")
  const { town, year, sections } = report
  const decides = report.counts ? actions : null
  const metrics = <MetricSelect locale={locale} />
  const fields = { town: town.code, year }
  return (
    <DeskKeys>
      <FollowHash />
      <Head locale={locale} report={report} />
      {actions ? <VersionNotice locale={locale} report={report} action={actions.chooseThis} /> : null}
      {report.isRecognised ? <p className="mt-2 text-warn">{t("ocr")}</p> : null}
      {report.broken > 0 ? (
        <p role="alert" className="mt-2 text-bad">
          {t("broken", { count: report.broken })}
        </p>
      ) : null}
      {decides ? (
        <>
          <Presence
            address={`/reports/${town.code}/${year}/presence`}
            events={report.events}
            words={t("others", { names: "{names}" })}
          />
          <PublishPanel locale={locale} report={report} publish={decides.publish} />
        </>
      ) : null}
      <div className="mt-4 grid gap-6 lg:grid-cols-[minmax(0,1fr)_25rem] xl:grid-cols-[minmax(0,1fr)_26rem_18rem]">
        <Column name={t("text")} className="sheet order-3 lg:order-1">
          {decides ? (
            <MarkSelection
              action={decides.assign}
              fields={fields}
              words={{ hint: t("assignHint"), selected: t("assignSelected", { quote: "{quote}" }) }}
            >
              <AssignFields locale={locale} metrics={metrics} />
            </MarkSelection>
          ) : null}
          {report.hasPages ? (
            <OriginalPages
              address={`/reports/${town.code}/${year}/original`}
              version={report.version}
              words={{
                ...{ show: t("pages.show"), next: t("pages.next"), back: t("pages.back") },
                ...{ page: t("pages.page", { page: "{page}", pages: "{pages}" }), failed: t("pages.failed") },
              }}
            />
          ) : null}
          <Headings locale={locale} text={report.text} sections={sections} />
          <HighlightedText {...report} numbers={report.unclaimed} />
        </Column>
        <Column name={t("readings")} className="order-1 lg:order-2 lg:pr-1">
          <ItemList locale={locale} report={report} actions={decides} metrics={metrics} talk={talk} />
        </Column>
        <Column name={t("trend")} className="order-2 lg:order-3 lg:col-span-2 xl:col-span-1">
          <h2 className="text-lg font-semibold">{t("trend")}</h2>
          <TrendPanel {...{ locale, year, town, readings: report.readings, trends: report.trends }} />
          {decides ? (
            <div className="mt-6 grid gap-2">
              <h2 className="text-lg font-semibold">{t("more")}</h2>
              <SourceForm locale={locale} report={report} enter={decides.enter} metrics={metrics} />
              <ActionForm action={decides.reread} fields={fields} className="no-print">
                <button type="submit" className="button">
                  {t("reread")}
                </button>
                <p className="mt-1 text-sm text-ink-2">{t("rereadWords")}</p>
              </ActionForm>
            </div>
          ) : null}
          <GeneralThreads locale={locale} report={report} talk={talk} />
          {decides ? <KeyHelp locale={locale} /> : null}
        </Column>
      </div>
    </DeskKeys>
  )
}

function Head({ locale, report }: { locale: Locale; report: ReviewReport }) {
  const t = translate(locale, "review")
  const { town, year, readings, publications, changes, left } = report
  const isPublished = publications.length > 0 && changes.length === 0 && left === 0
  const title = isPublished ? "titlePublished" : left === 0 && readings.length > 0 ? "titleDone" : "title"
  const facts = [
    [t("issuer"), report.issuer],
    [t("index"), report.indexNumber],
    [t("published"), report.publishedOn && formatDate(report.publishedOn, locale)],
    [t("file"), report.fileName],
  ].filter(([, value]) => value)
  return (
    <>
      <h1 className="text-xl font-semibold">
        {t(title, { town: town.name, year: String(year), count: readings.length })}
      </h1>
      <p className="mt-1 text-sm text-ink-2">
        {facts.map(([name, value]) => (
          <span key={name} className="mr-4 inline-block break-all">
            {name} {value}
          </span>
        ))}
        <a href={`/reports/${town.code}/${year}/original?version=${report.version}`} className="inline-block">
          {t("original")}
        </a>
        <span className="ml-4 inline-block" title={report.sha256}>
          {t("sha256")} {report.sha256.slice(0, 12)}…
        </span>
      </p>
    </>
  )
}

function Column({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  return (
    <section
      aria-label={name}
      data-column
      className={`${className} min-w-0 overflow-y-auto lg:max-h-[80dvh] elder:max-h-none`}
    >
      {children}
    </section>
  )
}
