import { formatFigure, formatMoment } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { Exactness, MissingReason } from "@/catalogue/status"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import { FollowHash } from "@/components/reports/follow-hash"
import type { Observation } from "@/statistics/observation"

type Past = {
  metric: MetricCode
  value: number | null
  missing: MissingReason | null
  exactness: Exactness | null
  from: string
  to: string
  reason: string | null
  revisedBy: string
}
type Published = { sequence: number; reason: string | null; publishedBy: string; publishedAt: string }

type Props = {
  locale: Locale
  town: Town
  year: number
  asOf: string | null
  figures: readonly Observation[]
  publications: readonly Published[]
  history: readonly Past[]
  /** Figures that a person gave instead of what the report says. */
  corrections: readonly { metric: MetricCode; written: number | null; note: string | null }[]
}

/** A town's published figures of a year, each with its sentence and what it was before: where a point of a chart leads
 * whoever reads only those. */
export function PublishedPage(props: Props) {
  const { locale, town, year, asOf, figures, publications, history, corrections } = props
  const t = translate(locale, "ui")
  const [first] = publications
  return (
    <div className="max-w-3xl">
      <FollowHash />
      <h1 className="text-xl font-semibold">
        {t("published.title", { town: town.name, year: String(year), count: figures.length })}
      </h1>
      <p className="mt-2 text-ink-2">{t(figures.length > 0 ? "published.words" : "published.none")}</p>
      {first ? (
        <>
          <p className="mt-1 text-sm text-ink-2">{publicationLine(first, locale)}</p>
          <form className="no-print mt-2 flex flex-wrap items-end gap-2 text-sm">
            <input type="hidden" name="view" value="published" />
            <label className="grid gap-1">
              {t("published.asOf")}
              <input type="date" name="asof" defaultValue={asOf ?? ""} className="field" />
            </label>
            <button type="submit" className="button">
              {t("published.show")}
            </button>
          </form>
        </>
      ) : null}
      {asOf ? <p className="mt-2 text-warn">{t("published.stood", { date: asOf })}</p> : null}
      <ul className="mt-4 ruled border-y border-line">
        {figures.map((figure) => {
          const { metric: code, evidence, version } = figure
          const past = asOf ? [] : history.filter(({ metric }) => metric === code)
          return (
            <li key={code} id={`p${evidence?.start}`} className="py-3 target:bg-accent-wash">
              <p>
                {metricName(metricOf(code), locale)} <strong>{said(code, figure, locale)}</strong>
                {version > 1 ? (
                  <span className="ml-2 text-sm text-ink-2">{t("published.version", { version })}</span>
                ) : null}
              </p>
              <blockquote className="mt-1 text-sm text-ink-2">{evidence?.passage?.sentence}</blockquote>
              {corrections
                .filter(({ metric }) => metric === code)
                .map(({ written, note }) => (
                  <p key={code} className="mt-1 text-sm">
                    {t("published.corrected", {
                      written: said(
                        code,
                        { value: written, missing: "placeholder", exactness: null },
                        locale,
                      ),
                      note: note ?? "",
                    })}
                  </p>
                ))}
              {past.map((one) => (
                <PastLine key={one.to} locale={locale} past={one} />
              ))}
            </li>
          )
        })}
      </ul>
      {asOf ? null : <Withdrawn locale={locale} figures={figures} history={history} />}
      {publications.length > 1 ? (
        <section className="mt-6">
          <h2 className="text-lg font-semibold">{t("published.log")}</h2>
          <ol className="text-sm">
            {publications.map((one) => (
              <li key={one.sequence} className="py-1">
                {publicationLine(one, locale)}
                {one.reason ? ` · ${t("published.reason", { reason: one.reason })}` : null}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  )
}

type Said = Pick<Past, "value" | "missing" | "exactness"> & { low?: number | null; high?: number | null }

function said(code: MetricCode, { value, missing, ...figure }: Said, locale: Locale): string {
  if (value === null) return translate(locale, "status")(`missing.${missing ?? "not_stated"}`)
  return formatFigure({ value, ...figure }, metricOf(code), locale)
}

function publicationLine({ sequence, publishedAt, publishedBy }: Published, locale: Locale): string {
  const t = translate(locale, "ui")
  const line = t("published.line", { sequence, date: formatMoment(publishedAt, locale) })
  return publishedBy ? `${line} · ${publishedBy}` : line
}

function PastLine({ locale, past }: { locale: Locale; past: Past }) {
  const t = translate(locale, "ui")
  return (
    <p className="mt-1 text-sm" data-past={past.metric}>
      {t("published.before", {
        value: said(past.metric, past, locale),
        ...{ from: formatMoment(past.from, locale), to: formatMoment(past.to, locale) },
      })}
      {past.reason ? ` · ${t("published.reason", { reason: past.reason })}` : null}
      {past.revisedBy ? ` · ${past.revisedBy}` : null}
    </p>
  )
}

type WithdrawnProps = { locale: Locale; figures: readonly Observation[]; history: readonly Past[] }

/** Figures that were published once and are no more. */
function Withdrawn({ locale, figures, history }: WithdrawnProps) {
  const t = translate(locale, "ui")
  const gone = history.filter((past) => !figures.some(({ metric }) => metric === past.metric))
  if (gone.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="text-lg font-semibold">{t("published.withdrawn")}</h2>
      {gone.map((past) => (
        <div key={`${past.metric}/${past.to}`} className="py-1">
          {metricName(metricOf(past.metric), locale)}
          <PastLine locale={locale} past={past} />
        </div>
      ))}
    </section>
  )
}
