import { formatFigure } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { metricName } from "@/components/charts/frame"
import { type ExploreData, seriesOf } from "@/statistics/explore-data"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"
import { findSimilar } from "@/statistics/similar-towns"

type Props = { locale: Locale; state: ExploreState; data: ExploreData; year: number }

/** The towns most like the one in focus, by which figures they were found, and a way to draw and compare it with just them;
 * nothing where no town is in focus or the reports give nothing to go by. */
export function SimilarPanel({ locale, state, data, year }: Props) {
  const focus = data.towns.find(({ code }) => code === state.focus)
  const similar = focus && findSimilar(focus.code, year, (code) => seriesOf(data, code))
  if (!focus || !similar) return null
  const t = translate(locale, "explore")
  const separator = translate(locale, "chart")("separator")
  const figures = (of: (typeof similar)["own"]) =>
    of
      .map((figure, index) => {
        const metric = metricOf(similar.by[index] ?? "population")
        const params = { metric: metricName(metric, locale), figure: formatFigure(figure, metric, locale) }
        return similar.by.length === 1 ? params.figure : t("similar.figure", params)
      })
      .join(separator)
  const nameOf = (code: number) => data.towns.find((town) => town.code === code)?.name ?? ""
  const codes = similar.towns.map(({ townCode }) => townCode)
  return (
    <section className="no-print mt-4 border-t border-line pt-2 text-sm elder:hidden">
      <h3 className="font-semibold">{t("similar.title", { town: focus.name })}</h3>
      <p className="mt-1 text-ink-2">
        {t("similar.words", {
          by: similar.by.map((code) => metricName(metricOf(code), locale)).join(separator),
          own: figures(similar.own),
          towns: similar.towns
            .map((one) => t("similar.one", { town: nameOf(one.townCode), figures: figures(one.figures) }))
            .join(separator),
        })}
      </p>
      <a
        href={exploreHref({ ...state, towns: [focus.code, ...codes], compare: [focus.code, ...codes] })}
        className="button mt-2"
      >
        {t("similar.use")}
      </a>
    </section>
  )
}
