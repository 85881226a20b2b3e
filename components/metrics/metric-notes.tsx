import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { flags } from "@/catalogue/status"
import { translate } from "@/catalogue/translate"
import type { Series } from "@/statistics/series"

type Props = {
  locale: Locale
  metric: Metric
  series: readonly Series[]
  names: ReadonlyMap<number, string>
}

/** What stands in the way of comparing: the catalogue's note, how it may be ranked, and the figures that are marked, by name. */
export function MetricNotes({ locale, metric, series, names }: Props) {
  const t = translate(locale, "ui")
  const status = translate(locale, "status")
  const separator = translate(locale, "chart")("separator")
  const marked = flags.flatMap((flag) => {
    const places = series.flatMap(({ townCode, points }) =>
      points.flatMap((point) =>
        point.value !== null && point.flags.includes(flag)
          ? [t("metric.flagPlace", { town: names.get(townCode) ?? "", year: formatYear(point.year, locale) })]
          : [],
      ),
    )
    return places.length === 0 ? [] : [{ flag, words: places.join(separator) }]
  })
  return (
    <section className="mt-8">
      <h2 className="text-lg font-semibold">{t("metric.comparing")}</h2>
      <ul className="mt-2 list-disc pl-6">
        {metric.note === null ? null : <li>{translate(locale, "note")(metric.code as "meetings_held")}</li>}
        <li>{t(`metric.ranks.${metric.rank}`)}</li>
        <li>{t(`metric.polarities.${metric.polarity}`)}</li>
        <li>{t("metric.reviewedOnly")}</li>
        {marked.map(({ flag, words }) => (
          <li key={flag}>{t("metric.flagged", { flag: status(`flag.${flag}`), places: words })}</li>
        ))}
        {marked.length === 0 && series.length > 0 ? <li>{t("metric.noFlags")}</li> : null}
      </ul>
    </section>
  )
}
