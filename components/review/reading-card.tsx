import Link from "next/link"
import { formatFigure, formatUnit } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type Metric, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import type { Reading, ReviewReport } from "@/components/review/report"

type Props = { locale: Locale; reading: Reading; report: ReviewReport; decide: Action }

const borders = {
  open: "border-l-warn",
  accept: "border-l-good",
  correct: "border-l-good",
  reject: "border-l-muted",
} as const

/** One reading: what was read, from which words, how it was decided, and the ways to decide. */
export function ReadingCard({ locale, reading, report, decide }: Props) {
  const t = translate(locale, "ui")
  const status = translate(locale, "status")
  const metric = metricOf(reading.metric)
  const fields = { town: report.town.code, candidate: reading.id, seen: reading.seen }
  const kind =
    reading.kind === "target"
      ? t("report.target", { year: String(reading.referenceYear) })
      : reading.kind === "result"
        ? null
        : status(`kind.${reading.kind}`)
  return (
    <li className={`sheet border-l-4 ${borders[reading.state]} !p-3`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <h3 className="font-medium">
          {locale === "zh" ? metric.nameZh : metric.nameEn}
          {kind ? (
            <span className="ml-2 rounded bg-wash px-1 text-sm font-normal text-ink-2">{kind}</span>
          ) : null}
        </h3>
        <strong className="text-lg">{figureOf(reading, metric, locale)}</strong>
      </div>
      <p className="mt-1 text-sm text-ink-2">
        <a href={`#p${reading.start}`} aria-label={t("report.inText")} className="text-ink-2">
          “{excerpt(reading)}”
        </a>
      </p>
      {reading.state === "open" ? null : (
        <p className="mt-1 text-sm">
          <strong className={reading.state === "reject" ? "text-ink-2" : "text-good"}>
            {t(`report.state.${reading.state}`)}
          </strong>
          {reading.corrected === null
            ? null
            : ` ${t("report.correctedTo", { value: formatFigure({ value: reading.corrected }, metric, locale) })}`}
          {reading.note ? ` · ${reading.note}` : null}
        </p>
      )}
      {report.counts ? <Choices {...{ locale, reading, metric, fields, decide }} /> : null}
      {reading.kind === "result" && (reading.state === "accept" || reading.state === "correct") ? (
        <Link
          className="button no-print mt-2"
          prefetch={false}
          href={`/explore?metric=${reading.metric}&towns=${report.town.code}`}
        >
          {t("report.chart")}
        </Link>
      ) : null}
    </li>
  )
}

type ChoicesProps = {
  locale: Locale
  reading: Reading
  metric: Metric
  fields: Readonly<Record<string, string | number>>
  decide: Action
}

function Choices({ locale, reading, metric, fields, decide }: ChoicesProps) {
  const t = translate(locale, "ui")
  if (reading.state !== "open") {
    return (
      <ActionForm action={decide} fields={{ ...fields, action: "undo" }} className="no-print mt-2">
        <button type="submit" className="button">
          {t("report.undo")}
        </button>
      </ActionForm>
    )
  }
  const booked = reading.kind === "result" || reading.kind === "target"
  const scale = metric.kind === "amount" ? 10_000 : 1
  return (
    <div className="no-print mt-2 flex flex-wrap gap-2">
      <ActionForm action={decide} fields={fields} className="flex flex-1 flex-wrap gap-2">
        <button type="submit" name="action" value="accept" className="button button-main flex-1">
          {t("report.accept")}
        </button>
        <button type="submit" name="action" value="reject" className="button flex-1">
          {t("report.reject")}
        </button>
      </ActionForm>
      {booked ? (
        <details className="open:w-full">
          <summary className="button list-none">{t("report.correct")}</summary>
          <ActionForm
            action={decide}
            fields={{ ...fields, action: "correct", scale }}
            className="mt-2 grid gap-2 text-sm"
          >
            <label className="grid gap-1">
              {t("report.value", {
                unit: formatUnit(metric, metric.kind === "amount" ? "zh" : locale),
              })}
              <input className="field" name="value" inputMode="decimal" required />
            </label>
            <label className="grid gap-1">
              {t(reading.missing ? "report.noteNeeded" : "report.note")}
              <input className="field" name="note" required={reading.missing !== null} maxLength={2000} />
            </label>
            <button type="submit" className="button button-main">
              {t("report.save")}
            </button>
          </ActionForm>
        </details>
      ) : null}
    </div>
  )
}

function figureOf(reading: Reading, metric: Metric, locale: Locale): string {
  const { value, exactness, low, high } = reading
  if (value === null) return translate(locale, "status")("missing.placeholder")
  if (reading.kind === "change") return `${value}`
  return formatFigure({ value, exactness, low, high }, metric, locale)
}

const longest = 90

/** The words around the figure: the sentence, or where that is long the stretch of it that holds the quote. */
function excerpt({ sentence, quote }: Reading): string {
  if (sentence.length <= longest) return sentence
  const at = Math.max(0, sentence.indexOf(quote) - 30)
  const end = Math.min(sentence.length, at + longest)
  return `${at > 0 ? "…" : ""}${sentence.slice(at, end)}${end < sentence.length ? "…" : ""}`
}
