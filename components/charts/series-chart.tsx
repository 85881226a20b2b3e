import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import { buildBarState } from "@/components/charts/bar-state"
import { ChartFrame } from "@/components/charts/chart-frame"
import type { ChartInput } from "@/components/charts/chart-input"
import { ChartSurface } from "@/components/charts/chart-surface"
import { ChartTable } from "@/components/charts/chart-table"
import { buildLineState } from "@/components/charts/line-state"
import { sentenceHref } from "@/components/tables/sentence-href"
import { medianSeries } from "@/statistics/median-series"
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

/** Fewer lines than this need no median. */
const fewestForMedian = 5

/** One metric of some towns as a whole figure: a line over the years, or bars of the last one. The server sends it drawn;
 * in the browser it answers pointer and keys. */
export function SeriesChart({ view, years, ...props }: SeriesChartProps) {
  const { locale, metric, series } = props
  const source = translate(locale, "chart")("sourceReports")
  const input: ChartInput = { ...props, source, hrefOf: sentenceHref }
  const total = metric.aggregate === "sum" ? sumTowns(reviewedOnly(pointsOfYear(series, years.to))) : null
  const median = series.length < fewestForMedian ? null : medianSeries(reviewedSeries(series))
  const state = view === "line" ? buildLineState(input, median) : buildBarState(input, years.to, total)
  return (
    <ChartFrame frame={state.frame} locale={locale} table={<ChartTable state={state} />}>
      <ChartSurface state={state} />
    </ChartFrame>
  )
}
