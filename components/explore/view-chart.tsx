import type { Locale } from "@/catalogue/messages/messages"
import type { ToldFigure } from "@/components/charts/answering-figure"
import { cellsOfView } from "@/components/charts/cells-of-view"
import { ChartFrame } from "@/components/charts/chart-frame"
import { drawFigure, Figure } from "@/components/charts/draw-figure"
import type { DrawnMarkup } from "@/components/charts/hand-over"
import { narrowestHeat } from "@/components/charts/heat-layout"
import { HeatScale } from "@/components/charts/heat-scale"
import { SeriesFigure } from "@/components/charts/series-chart"
import { narrowestSlope } from "@/components/charts/slope-layout"
import { StaticBar } from "@/components/charts/static-bar"
import { StaticChange } from "@/components/charts/static-change"
import { StaticHeat } from "@/components/charts/static-heat"
import { StaticLine } from "@/components/charts/static-line"
import { StaticMultiples } from "@/components/charts/static-multiples"
import { StaticScatter } from "@/components/charts/static-scatter"
import { StaticSlope } from "@/components/charts/static-slope"
import { Surface } from "@/components/charts/surface"
import { tipOf } from "@/components/charts/tip-cell"
import { ViewTable } from "@/components/charts/view-table"
import { WideSheet } from "@/components/charts/wide-sheet"
import type { ViewState } from "@/components/explore/build-view"
import { FiguresView, type TableKeys } from "@/components/tables/figures-view"
import type { ExploreState } from "@/statistics/explore-state"

type Props = {
  locale: Locale
  view: ViewState
  state: ExploreState
  /** In another site's page: a table's heads do not sort, which would lead out of the frame. */
  isStill?: boolean
  /** What the table view's rows are found by. */
  keys?: TableKeys | undefined
}

/** A view as a whole figure: the server sends it drawn, the browser makes it answer. */
export function ViewChart(props: Props) {
  return (
    <Figure {...toldOf(props.view)}>
      <ViewFigure {...props} />
    </Figure>
  )
}

/** The same by itself, for a page that is open. */
export function drawChart(props: Props): Promise<DrawnMarkup> {
  return drawFigure(<ViewFigure {...props} />, toldOf(props.view))
}

/** What a view's marks say; the table view says all that it has. */
function toldOf(view: ViewState): ToldFigure {
  if (view.view === "table") return { words: { open: "", noSource: "" }, tips: [], chart: null }
  if (view.view === "line" || view.view === "bar") return { words: view.words, tips: [], chart: view }
  return { words: view.words, tips: cellsOfView(view).map(tipOf), chart: null }
}

/** A view with its frame and its table, as plain markup. */
export function ViewFigure({ locale, view, state, isStill = false, keys }: Props) {
  if (view.view === "table") {
    return (
      <ChartFrame frame={view.frame} locale={locale} table={null}>
        <FiguresView {...{ view, state, isStill, keys }} />
      </ChartFrame>
    )
  }
  if (view.view === "line" || view.view === "bar") return <SeriesFigure {...{ locale }} state={view} />
  const drawing = <StaticView view={view} />
  return (
    <ChartFrame frame={view.frame} locale={locale} table={<ViewTable view={view} />}>
      <Surface>
        {view.view === "heat" || (view.view === "change" && view.shape === "slope") ? (
          <WideSheet narrowest={view.view === "heat" ? narrowestHeat(view) : narrowestSlope(view)}>
            {drawing}
          </WideSheet>
        ) : (
          drawing
        )}
      </Surface>
      {view.view === "heat" ? <HeatScale view={view} /> : null}
    </ChartFrame>
  )
}

/** A view's drawing alone, as plain SVG; `width` in px fixes it for a file. The table view has none. */
export function StaticView({ view, width }: { view: ViewState; width?: number }) {
  const size = width === undefined ? {} : { width }
  if (view.view === "line") return <StaticLine state={view} {...size} />
  if (view.view === "bar") return <StaticBar state={view} {...size} />
  if (view.view === "change")
    return view.shape === "slope" ? (
      <StaticSlope state={view} {...size} />
    ) : (
      <StaticChange state={view} {...size} />
    )
  if (view.view === "heat") return <StaticHeat state={view} {...size} />
  if (view.view === "multiples") return <StaticMultiples state={view} {...size} />
  return view.view === "scatter" ? <StaticScatter state={view} {...size} /> : null
}
