import Link from "next/link"
import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { buildView } from "@/components/explore/build-view"
import { ExploreControls } from "@/components/explore/explore-controls"
import { type SavedActions, type SavedView, SavedViews } from "@/components/explore/saved-views"
import { SimilarPanel } from "@/components/explore/similar-panel"
import { TakeAway } from "@/components/explore/take-away"
import { buildTownList } from "@/components/explore/town-list"
import { MineButton, type MyTown, TownPanel } from "@/components/explore/town-panel"
import { ViewChart } from "@/components/explore/view-chart"
import { YearChips } from "@/components/explore/year-chips"
import { chooseSeries } from "@/statistics/choose-series"
import { cutTowns, cutYears, type ExploreData, seriesOf } from "@/statistics/explore-data"
import { type ExploreState, type ExploreView, exploreHref, exploreViews } from "@/statistics/explore-state"
import { withView } from "@/statistics/explore-years"
import { yearsOf } from "@/statistics/year-range"

/** The views that 长者模式 offers. */
const plainViews: ReadonlySet<ExploreView> = new Set(["line", "bar", "table"])

type Props = {
  locale: Locale
  state: ExploreState
  data: ExploreData
  spelling: Omit<Parameters<typeof buildTownList>[4], "mine">
  /** The person's own views; null for nobody in particular. */
  saved: (SavedActions & { saved: readonly SavedView[] }) | null
  /** The town that the reader keeps on top, and how to keep another. */
  mine: MyTown
  /** Where others reach this site; null while it is not open for reading. */
  embed: string | null
}

/** One state in one of its views: what is chosen above, the views as tabs, the chart with its table, the towns beside it. */
export function ExplorePage({ locale, state, data, spelling, saved, embed, mine }: Props) {
  const t = translate(locale, "explore")
  const chosen = chooseSeries(state, data)
  const view = buildView(state, data, locale)
  const all = cutYears(chosen.everywhere, chosen.years)
  const list = buildTownList(state, chosen, data.towns, all, { ...spelling, mine: mine.code }, locale)
  const own = cutTowns(seriesOf(data, state.metric), chosen.shownTowns)
  const chips = yearsOf(data.held).map((year) => {
    const isEmpty = own.every(({ points }) => points.every((p) => p.year !== year || p.value === null))
    const label = t(isEmpty ? "yearEmpty" : "yearChip", { year: formatYear(year, locale) })
    return { year, isEmpty, label }
  })
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <ExploreControls {...{ locale, state, data }} />
      <nav aria-label={t("views")} className="no-print mt-4 flex flex-wrap gap-x-1 border-b border-line">
        {exploreViews.map((to) => (
          <Link
            key={to}
            href={exploreHref(withView(state, to))}
            scroll={false}
            prefetch={false}
            aria-current={to === state.view ? "page" : undefined}
            className={`flex min-h-10 items-center border-b-2 px-3 no-underline ${plainViews.has(to) || to === state.view ? "" : "elder:hidden"} ${to === state.view ? "border-accent font-semibold text-accent" : "border-transparent text-ink"}`}
          >
            {t(`view.${to}`)}
          </Link>
        ))}
        <Link
          href={`/metrics/${state.metric}?county=${data.county.code}`}
          className="ml-auto flex min-h-10 items-center px-2 text-sm"
          prefetch={false}
        >
          {t("definition")}
        </Link>
      </nav>
      <div className="mt-4 grid gap-4 lg:grid-cols-[minmax(0,1fr)_17rem] print:block">
        <div className="min-w-0">
          <a href="#towns" className="button no-print mb-2 lg:hidden">
            {state.towns.length === 0
              ? t("towns.jumpAll")
              : t("towns.jump", { count: chosen.shownTowns.length })}
          </a>
          <YearChips
            {...{ state, held: data.held, chips }}
            words={{ years: t("years"), help: t("yearsHelp"), all: t("allYears") }}
          />
          <div className="sheet mt-3">
            <ViewChart {...{ locale, view, state }} keys={spelling} />
            <TakeAway
              {...{ locale, state, embed, hasDrawing: view.view !== "table", title: view.frame.title }}
            />
            {saved ? <SavedViews {...{ locale, state, title: view.frame.title, ...saved }} /> : null}
          </div>
        </div>
        <aside id="towns" className="min-w-0">
          <TownPanel {...{ locale, state, list }} />
          <MineButton {...{ locale, mine, focus: state.focus }} />
          <SimilarPanel {...{ locale, state, data }} year={chosen.years.to} />
        </aside>
      </div>
    </>
  )
}
