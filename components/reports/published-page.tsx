import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import type { Observation } from "@/statistics/observation"

type Props = { locale: Locale; town: Town; year: number; figures: readonly Observation[] }

/** A town's published figures of a year, each with its sentence: where a point of a chart leads whoever reads only those. */
export function PublishedPage({ locale, town, year, figures }: Props) {
  const t = translate(locale, "ui")
  const status = translate(locale, "status")
  return (
    <div className="max-w-3xl">
      <h1 className="text-xl font-semibold">
        {t("published.title", { town: town.name, year: String(year), count: figures.length })}
      </h1>
      <p className="mt-2 text-ink-2">{t(figures.length > 0 ? "published.words" : "published.none")}</p>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {figures.map(({ metric: code, value, missing, evidence, ...figure }) => {
          const metric = metricOf(code)
          return (
            <li key={code} id={`p${evidence?.start}`} className="py-3 target:bg-accent-wash">
              <p>
                {metricName(metric, locale)}{" "}
                <strong>
                  {value === null
                    ? status(`missing.${missing ?? "not_stated"}`)
                    : formatFigure({ value, ...figure }, metric, locale)}
                </strong>
              </p>
              <blockquote className="mt-1 text-sm text-ink-2">{evidence?.sentence}</blockquote>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
