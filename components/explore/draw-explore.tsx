import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { drawMarkup } from "@/components/charts/draw-figure"
import { type DrawnMarkup, handOver, type Writing } from "@/components/charts/hand-over"
import { buildView } from "@/components/explore/build-view"
import { ExploreControls } from "@/components/explore/explore-controls"
import type { DrawnExplore } from "@/components/explore/explore-surface"
import { SimilarPanel } from "@/components/explore/similar-panel"
import { TakeAway } from "@/components/explore/take-away"
import { buildTownList } from "@/components/explore/town-list"
import { TownPanel } from "@/components/explore/town-panel"
import { drawChart } from "@/components/explore/view-chart"
import { ViewTabs } from "@/components/explore/view-tabs"
import { YearChips } from "@/components/explore/year-chips"
import { type Chosen, chooseSeries } from "@/statistics/choose-series"
import { cutTowns, cutYears, type ExploreData, seriesOf } from "@/statistics/explore-data"
import { type ExploreState, exploreHref } from "@/statistics/explore-state"
import { yearsOf } from "@/statistics/year-range"

type Props = {
  locale: Locale
  state: ExploreState
  data: ExploreData
  spelling: Omit<Parameters<typeof buildTownList>[4], "mine">
  /** The town that the reader keeps on top. */
  mine: number | null
  /** Where others reach this site; null while it is not open for reading. */
  embed: string | null
}

/** Draws a state of `/explore`: what is asked above, the views as tabs, the years, the figure with its table and the ways to
 * take it away, the towns beside it. */
export async function drawExplore(props: Props): Promise<DrawnExplore> {
  const { locale, state, data, spelling, embed } = props
  const chosen = chooseSeries(state, data)
  const view = buildView(state, data, locale)
  const all = cutYears(chosen.everywhere, chosen.years)
  const list = buildTownList(state, chosen, data.towns, all, { ...spelling, mine: props.mine }, locale)
  const take = { locale, state, embed, hasDrawing: view.view !== "table", title: view.frame.title }
  const [head, years, figure, taken, towns, similar] = await Promise.all([
    drawMarkup(
      <>
        <ExploreControls {...{ locale, state, data }} />
        <ViewTabs {...{ locale, state, county: data.county.code }} />
      </>,
    ),
    drawMarkup(
      <>
        <TownsLink {...{ locale, state }} count={chosen.shownTowns.length} />
        <YearChips {...{ locale, state, held: data.held, chips: chipsOf(props, chosen) }} />
      </>,
    ),
    drawChart({ locale, view, state, keys: spelling }),
    drawMarkup(<TakeAway {...take} />),
    drawMarkup(<TownPanel {...{ locale, state, list }} />),
    drawMarkup(<SimilarPanel {...{ locale, state, data }} year={chosen.years.to} />),
  ])
  const { title } = view.frame
  return {
    ...{ href: exploreHref(state), title, focus: state.focus },
    ...{ head, years, figure, take: taken, towns, similar },
  }
}

/** The same with its markup handed over. */
export function handOverExplore(drawn: DrawnExplore, writing: Writing): DrawnExplore {
  const { head, years, figure, take, towns, similar } = drawn
  const left = (html: DrawnMarkup) => handOver(html, writing)
  return {
    ...drawn,
    ...{ head: left(head), years: left(years), figure: left(figure) },
    ...{ take: left(take), towns: left(towns), similar: left(similar) },
  }
}

/** On a phone, the way from the chart to the list of towns below it. */
function TownsLink({ locale, state, count }: Pick<Props, "locale" | "state"> & { count: number }) {
  const t = translate(locale, "explore")
  return (
    <a href="#towns" className="button no-print mb-2 lg:hidden">
      {state.towns.length === 0 ? t("towns.jumpAll") : t("towns.jump", { count })}
    </a>
  )
}

function chipsOf({ locale, state, data }: Props, { shownTowns }: Chosen) {
  const t = translate(locale, "explore")
  const own = cutTowns(seriesOf(data, state.metric), shownTowns)
  return yearsOf(data.held).map((year) => {
    const isEmpty = own.every(({ points }) => points.every((p) => p.year !== year || p.value === null))
    const label = t(isEmpty ? "yearEmpty" : "yearChip", { year: formatYear(year, locale) })
    return { year, isEmpty, label }
  })
}
