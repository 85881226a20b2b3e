import { type MetricCode, metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { County, Town } from "@/catalogue/town"
import { deriveRateSeries } from "@/statistics/derive-rate"
import type { ExploreState } from "@/statistics/explore-state"
import { perBases, perNames } from "@/statistics/per-base"
import type { Series } from "@/statistics/series"
import type { YearRange } from "@/statistics/year-range"

/** What `/explore` draws from: every town of the county and every year that it holds reports of, for the metrics that the
 * state asks for. What is shown of it is cut out later, so that chips and lists know what lies outside. */
export type ExploreData = {
  county: County
  towns: readonly Town[]
  held: YearRange
  series: readonly Series[]
}

/** The metrics that a state needs: its own, those that its rate or quotient is made of, its group's where many are shown, and
 * those by which towns are found alike. */
export function metricsNeeded(state: ExploreState): readonly MetricCode[] {
  const own = metricOf(state.metric)
  const against = state.view === "scatter" ? [acrossOf(state)] : []
  const group =
    state.mode === "towns" || (state.view !== "heat" && state.view !== "multiples")
      ? []
      : groupOf(state.metric)
  const shown = [...new Set([own.code, ...against, ...group])]
  const parts = shown.flatMap((code) => {
    const { aggregate, numerator, denominator } = metricOf(code)
    return aggregate === "ratio" ? [numerator, denominator].flatMap((part) => part ?? []) : []
  })
  const bases = perNames.map((per) => perBases[per].metric)
  return [...new Set([...shown, ...parts, ...bases])]
}

/** The codes of a metric's group, in the catalogue's order. */
export function groupOf(code: MetricCode): readonly MetricCode[] {
  const { group } = metricOf(code)
  return metrics.filter((metric) => metric.group === group).map((metric) => metric.code)
}

/** The metric across of a scatter: the chosen one, else the whole that the metric is part of where most reports give it, else
 * the first core metric of its group. */
export function acrossOf({ metric, against }: ExploreState): MetricCode {
  if (against !== null && against !== metric) return against
  const isCore = (code: MetricCode) => code !== metric && metricOf(code).tier === "core"
  const { denominator } = metricOf(metric)
  if (denominator !== null && isCore(denominator)) return denominator
  return [...groupOf(metric), "disputes_mediated" as const, "meetings_held" as const].find(isCore) ?? metric
}

/** The series of a metric over all years and towns. A rate that a report does not print is computed from its two counts. */
export function seriesOf(data: ExploreData, code: MetricCode): readonly Series[] {
  const own = (of: MetricCode) => data.series.filter((one) => one.metric === of)
  const { aggregate, numerator, denominator } = metricOf(code)
  if (aggregate !== "ratio" || !numerator || !denominator) return own(code)
  const [above, below] = [own(numerator), own(denominator)]
  return own(code).map((stated) => {
    const over = above.find((one) => one.townCode === stated.townCode)
    const under = below.find((one) => one.townCode === stated.townCode)
    if (!over || !under) return stated
    const derived = deriveRateSeries(code, stated, over, under)
    const points = stated.points.map((point, index) =>
      point.value === null && point.reason === "not_stated" ? (derived.points[index] ?? point) : point,
    )
    return { ...stated, points }
  })
}

/** Series cut to a range of years. */
export function cutYears(series: readonly Series[], { from, to }: YearRange): readonly Series[] {
  return series.map((one) => ({
    ...one,
    points: one.points.filter(({ year }) => from <= year && year <= to),
  }))
}

/** Series of some towns, in their order. */
export function cutTowns(series: readonly Series[], towns: readonly Town[]): readonly Series[] {
  return towns.flatMap(({ code }) => series.filter((one) => one.townCode === code))
}
