import Link from "next/link"
import type { ReactNode } from "react"
import { formatFigure, formatUnit } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type Metric, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import { excerpt } from "@/components/review/excerpt"
import { Key } from "@/components/review/key"
import { LastYear } from "@/components/review/last-year"
import { isBooked, type Reading, type ReviewReport } from "@/components/review/report"

type Props = {
  locale: Locale
  reading: Reading
  report: ReviewReport
  decide: Action | null
  /** What else belongs to it: threads with the town. */
  children?: ReactNode
}

const borders = {
  open: "border-l-warn",
  accept: "border-l-good",
  correct: "border-l-good",
  reject: "border-l-muted",
} as const

/** One reading: what was read, from which words, last year's figure, how it was decided, and the ways to decide. */
export function ReadingCard({ locale, reading, report, decide, children }: Props) {
  const t = translate(locale, "review")
  const metric = metricOf(reading.metric)
  const fields = { town: report.town.code, candidate: reading.id, seen: reading.seen }
  const { origin, state, source } = reading
  return (
    <li
      id={origin === "source" ? `p${reading.start}` : undefined}
      className={`sheet border-l-4 ${borders[state]} !p-3`}
      data-item={`r${reading.id}`}
      data-state={state}
      data-at={origin === "source" ? undefined : reading.start}
      data-metric={reading.kind === "result" ? reading.metric : undefined}
      tabIndex={-1}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <h3 className="font-medium">
          {locale === "zh" ? metric.nameZh : metric.nameEn}
          <Chips locale={locale} reading={reading} />
        </h3>
        {reading.corrected === null ? (
          <strong className="text-lg">{figureOf(reading, metric, locale)}</strong>
        ) : (
          <span>
            <s className="mr-2 text-ink-2">{figureOf(reading, metric, locale)}</s>
            <strong className="text-lg">{formatFigure({ value: reading.corrected }, metric, locale)}</strong>
          </span>
        )}
      </div>
      <p className="mt-1 text-sm text-ink-2">
        {origin === "source" ? (
          `${source ? `${t("fromSource", { kind: t(`source.${source as "other"}`) })} · ` : ""}${reading.heading ?? ""}：“${excerpt(reading)}”`
        ) : (
          <a href={`#p${reading.start}`} aria-label={t("inText")} className="text-ink-2">
            “{excerpt(reading)}”
          </a>
        )}
      </p>
      {reading.kind === "result" ? <LastYear locale={locale} reading={reading} report={report} /> : null}
      {state === "open" ? null : (
        <p className="mt-1 text-sm">
          <strong className={state === "reject" ? "text-ink-2" : "text-good"}>{t(`state.${state}`)}</strong>
          {reading.corrected === null
            ? null
            : ` ${t("correctedTo", { value: formatFigure({ value: reading.corrected }, metric, locale) })}`}
          {reading.note ? ` · ${reading.note}` : null}
          {reading.decidedBy ? <span className="text-ink-2">{` · ${reading.decidedBy}`}</span> : null}
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {decide ? <Choices {...{ locale, reading, metric, fields, decide }} /> : null}
        {children}
      </div>
      {reading.kind === "result" && report.publications.length > 0 ? (
        <Link
          className="no-print mt-2 inline-flex min-h-10 items-center text-sm"
          prefetch={false}
          href={`/explore?metric=${reading.metric}&towns=${report.town.code}`}
        >
          {t("chart")}
        </Link>
      ) : null}
    </li>
  )
}

function Chips({ locale, reading }: { locale: Locale; reading: Reading }) {
  const t = translate(locale, "review")
  const status = translate(locale, "status")
  const { kind, referenceYear, origin, source } = reading
  const words = [
    ...(kind === "target" ? [t("target", { year: String(referenceYear) })] : []),
    ...(isBooked(reading) ? [] : [status(`kind.${kind}`)]),
    ...(origin === "marked" ? [t("fromText")] : []),
    ...(origin === "source" && !source ? [t("source.other")] : []),
  ]
  return words.map((word) => (
    <span key={word} className="ml-2 rounded bg-wash px-1 text-sm font-normal text-ink-2">
      {word}
    </span>
  ))
}

type ChoicesProps = {
  locale: Locale
  reading: Reading
  metric: Metric
  fields: Readonly<Record<string, string | number>>
  decide: Action
}

function Choices({ locale, reading, metric, fields, decide }: ChoicesProps) {
  const t = translate(locale, "review")
  if (reading.state !== "open") {
    return (
      <ActionForm action={decide} fields={{ ...fields, action: "undo" }} className="no-print">
        <button type="submit" className="button !px-2 text-sm" data-key="u">
          {t("undo")}
          <Key name="u" />
        </button>
      </ActionForm>
    )
  }
  const scale = metric.kind === "amount" ? 10_000 : 1
  return (
    <>
      <ActionForm action={decide} fields={fields} className="no-print flex flex-auto flex-wrap gap-2">
        <button type="submit" name="action" value="accept" className="button button-main flex-1" data-key="a">
          {t("accept")}
          <Key name="a" />
        </button>
        <button
          type="submit"
          name="action"
          value="reject"
          className="button flex-1 !px-2 text-sm"
          data-key="r"
        >
          {t("reject")}
          <Key name="r" />
        </button>
      </ActionForm>
      {isBooked(reading) ? (
        <details className="no-print text-sm open:w-full">
          <summary className="button list-none !px-2" data-key="c">
            {t("correct")}
            <Key name="c" />
          </summary>
          <ActionForm
            action={decide}
            fields={{ ...fields, action: "correct", scale }}
            className="mt-2 grid gap-2 text-sm"
          >
            <label className="grid gap-1">
              {t("value", { unit: formatUnit(metric, metric.kind === "amount" ? "zh" : locale) })}
              <input className="field" name="value" inputMode="decimal" required />
            </label>
            <label className="grid gap-1">
              {t(reading.missing ? "noteNeeded" : "note")}
              <input className="field" name="note" required={reading.missing !== null} maxLength={2000} />
            </label>
            <button type="submit" className="button button-main">
              {t("save")}
            </button>
          </ActionForm>
        </details>
      ) : null}
    </>
  )
}

function figureOf(reading: Reading, metric: Metric, locale: Locale): string {
  const { value, exactness, low, high } = reading
  if (value === null) return translate(locale, "status")("missing.placeholder")
  if (reading.kind === "change") return reading.quote
  return formatFigure({ value, exactness, low, high }, metric, locale)
}
