import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { BarState } from "@/components/charts/bar"
import { buildBarState } from "@/components/charts/bar-state"
import { ChartFrame } from "@/components/charts/chart-frame"
import type { ChartInput } from "@/components/charts/chart-input"
import { ChartTable } from "@/components/charts/chart-table"
import { Figure } from "@/components/charts/draw-figure"
import type { LineState } from "@/components/charts/line"
import { buildLineState } from "@/components/charts/line-state"
import { StaticBar } from "@/components/charts/static-bar"
import { StaticLine } from "@/components/charts/static-line"
import { Surface } from "@/components/charts/surface"
import { sentenceHref } from "@/components/tables/sentence-href"
import { shownMedians } from "@/statistics/median-series"
import { pointsOfYear, reviewedOnly, reviewedSeries, type Series } from "@/statistics/series"
import { sumTowns } from "@/statistics/total"
import type { YearRange } from "@/statistics/year-range"

type SeriesChartProps = {
  locale: Locale
  metric: Metric
  series: readonly Series[]
  years: YearRange
  view: "line" | "bar"
  focus: number | null
  names: ReadonlyMap<number, string>
  title?: string
}

/** One metric of some towns as a whole figure: a line over the years, or bars of the last one. The server sends it drawn;
 * in the browser it answers pointer and keys. */
export function SeriesChart(props: SeriesChartProps) {
  const state = buildSeriesState(props)
  return (
    <Figure words={state.words} tips={[]} chart={state}>
      <SeriesFigure locale={props.locale} state={state} />
    </Figure>
  )
}

/** Lines or bars with their frame and table, as plain markup. */
export function SeriesFigure({ locale, state }: { locale: Locale; state: LineState | BarState }) {
  return (
    <ChartFrame frame={state.frame} locale={locale} table={<ChartTable state={state} />}>
      <Surface>{state.view === "line" ? <StaticLine state={state} /> : <StaticBar state={state} />}</Surface>
    </ChartFrame>
  )
}

/** The state of the figure: the towns' lines with the county's median, or their bars with the total. */
export function buildSeriesState({ view, years, ...props }: SeriesChartProps): LineState | BarState {
  const { locale, metric, series } = props
  const source = translate(locale, "chart")("sourceReports")
  const input: ChartInput = { ...props, source, hrefOf: sentenceHref }
  const total = metric.aggregate === "sum" ? sumTowns(reviewedOnly(pointsOfYear(series, years.to))) : null
  const median = shownMedians(reviewedSeries(series))
  return view === "line" ? buildLineState(input, median) : buildBarState(input, years.to, total)
}
