import { formatFigure, formatMoment } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { type Action, ActionForm } from "@/components/review/action-form"
import { Key } from "@/components/review/key"
import type { FigureChange, ReviewReport } from "@/components/review/report"

type Props = { locale: Locale; report: ReviewReport; publish: Action }

/** Where a report stands between reading and chart: what is left to do, the button to publish, what was changed since, and
 * every publication so far. */
export function PublishPanel({ locale, report, publish }: Props) {
  const t = translate(locale, "review")
  const { left, changes, publications, town, year, events } = report
  const last = publications[0]
  const fields = { town: town.code, year, seen: events }
  const mayPublish = left === 0 && (!last || changes.length > 0)
  return (
    <section aria-label={t("publish")} className="sheet mt-4 !p-3" id="publish">
      <p>
        <strong className={left > 0 ? "text-warn" : "text-good"}>
          {left > 0 ? t("left", { count: left }) : last ? null : t("ready")}
        </strong>
        {last ? (
          <span className="mr-2 text-ink-2">
            {t("publishedLine", {
              ...{ sequence: last.sequence, by: last.publishedBy },
              date: formatMoment(last.publishedAt, locale),
            })}
          </span>
        ) : null}
        {last && changes.length === 0 ? <span className="mr-2">{t("unchanged")}</span> : null}
        {last ? (
          <a href={`/reports/${town.code}/${year}?view=published`}>
            {translate(locale, "ui")("published.see")}
          </a>
        ) : null}
      </p>
      {last && changes.length > 0 ? (
        <>
          <p className="mt-2 font-medium">{t("reviseWords", { count: changes.length })}</p>
          <ul className="text-sm">
            {changes.map((change) => (
              <ChangeLine
                key={`${change.kind}/${change.metric}/${change.year}`}
                locale={locale}
                change={change}
              />
            ))}
          </ul>
        </>
      ) : null}
      {mayPublish ? (
        <ActionForm action={publish} fields={fields} className="no-print mt-2 flex flex-wrap items-end gap-2">
          {last ? (
            <label className="grid flex-1 gap-1 text-sm">
              {t("reviseReason")}
              <input className="field" name="reason" required maxLength={2000} />
            </label>
          ) : (
            <p className="flex-1 text-sm text-ink-2">
              {changes.length > 0 ? t("publishWords", { count: changes.length }) : t("publishNone")}
            </p>
          )}
          <button type="submit" className="button button-main" data-key="p">
            {t(last ? "revise" : "publish")}
            <Key name="p" />
          </button>
        </ActionForm>
      ) : null}
      {publications.length > 1 ? (
        <details className="mt-2 text-sm">
          <summary className="min-h-10 cursor-pointer py-2">
            {t("history", { count: publications.length })}
          </summary>
          <ol>
            {publications.map(({ sequence, reason, publishedBy, publishedAt }) => (
              <li key={sequence} className="py-1">
                {t("publishedLine", { sequence, by: publishedBy, date: formatMoment(publishedAt, locale) })}
                {reason ? ` · ${t("publishedReason", { reason })}` : null}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  )
}

function ChangeLine({ locale, change }: { locale: Locale; change: FigureChange }) {
  const t = translate(locale, "review")
  const status = translate(locale, "status")
  const metric = metricOf(change.metric)
  const said = (figure: FigureChange["before"]) =>
    figure === null
      ? t("withdrawn")
      : figure.value === null
        ? status(`missing.${figure.missing ?? "not_stated"}`)
        : formatFigure({ ...figure, value: figure.value }, metric, locale)
  return (
    <li className="py-1">
      {locale === "zh" ? metric.nameZh : metric.nameEn}
      {change.kind === "target" ? ` (${t("changeTarget", { year: String(change.year) })})` : null}{" "}
      {change.before ? `${said(change.before)} → ` : null}
      <strong>{said(change.after)}</strong>
    </li>
  )
}
