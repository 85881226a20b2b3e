import Link from "next/link"
import type { Locale } from "@/catalogue/messages/messages"
import { metricOf } from "@/catalogue/metric"
import type { County, Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { SeriesChart } from "@/components/charts/series-chart"
import { ExploreControls } from "@/components/explore/explore-controls"
import { type ExploreState, exploreHref, exploreViews } from "@/statistics/explore-state"
import type { Series } from "@/statistics/series"

type Years = { from: number; to: number }
type Props = {
  locale: Locale
  state: ExploreState
  county: County
  towns: readonly Town[]
  held: Years
  years: Years
  series: readonly Series[]
}

/** One metric across years or towns: what is chosen, the views as tabs, the chart, and its table. */
export function ExplorePage({ locale, state, county, towns, held, years, series }: Props) {
  const t = translate(locale, "ui")
  const metric = metricOf(state.metric)
  return (
    <>
      <h1 className="sr-only">{t("explore.title")}</h1>
      <ExploreControls {...{ locale, state, county, towns, held, years }} />
      <nav aria-label={t("explore.view")} className="no-print mt-4 flex gap-1 border-b border-line">
        {exploreViews.map((view) => (
          <Link
            key={view}
            href={exploreHref({ ...state, view })}
            scroll={false}
            aria-current={view === state.view ? "page" : undefined}
            className={`flex min-h-10 items-center border-b-2 px-4 no-underline ${view === state.view ? "border-accent font-semibold text-accent" : "border-transparent text-ink"}`}
          >
            {t(`explore.${view}`)}
          </Link>
        ))}
        <Link
          href={`/metrics/${metric.code}?county=${county.code}`}
          className="ml-auto flex min-h-10 items-center px-2 text-sm"
          prefetch={false}
        >
          {t("explore.definition")}
        </Link>
      </nav>
      <div className="sheet mt-4">
        <SeriesChart
          {...{ locale, metric, series, years }}
          view={state.view}
          focus={state.focus}
          names={new Map(towns.map((town) => [town.code, town.name]))}
        />
      </div>
    </>
  )
}
