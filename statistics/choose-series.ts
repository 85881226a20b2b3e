import { type Metric, type MetricCode, metricOf } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { acrossOf, cutTowns, cutYears, type ExploreData, groupOf, seriesOf } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"
import { yearsShown } from "@/statistics/explore-years"
import { carryBases, mayBePer, perBases, perMetric, perSeries, perTotal } from "@/statistics/per-base"
import { pointsOfYear, reviewedOnly, reviewedSeries, type Series } from "@/statistics/series"
import { type Total, totalOf } from "@/statistics/total"
import { pickTowns, type TownGroup, townGroups } from "@/statistics/town-set"
import { type YearRange, yearsOf } from "@/statistics/year-range"

/** What a state draws, cut out of the data: the display set and, reviewed figures only, the comparison set, already divided
 * where the state asks for it, and the display set's total of every year. */
export type Chosen = {
  metric: Metric
  years: YearRange
  everywhere: readonly Series[]
  shown: readonly Series[]
  shownTowns: readonly Town[]
  compared: readonly Series[]
  comparedTowns: readonly Town[]
  totals: readonly (Total | null)[]
  /** The same of each kind of town among those shown, where there is more than one. */
  groupTotals: readonly { group: TownGroup; totals: readonly (Total | null)[] }[]
  borrowed: ReturnType<typeof perSeries>["borrowed"]
}

export function chooseSeries(state: ExploreState, data: ExploreData): Chosen {
  const years = yearsShown(state, data.held)
  const [shownTowns, comparedTowns] = [
    pickTowns(state.towns, data.towns),
    pickTowns(state.compare, data.towns),
  ]
  const own = metricOf(state.metric)
  const whole = seriesOf(data, own.code)
  const per = state.per !== "none" && mayBePer(own, state.per) ? state.per : null
  const base = per ? seriesOf(data, perBases[per].metric) : []
  const divided = per ? perSeries(whole, base, per) : { series: whole, borrowed: [] }
  const cut = (towns: readonly Town[]) => cutTowns(cutYears(divided.series, years), towns)
  const isShown = ({ townCode, year }: { townCode: number; year: number }) =>
    year >= years.from && year <= years.to && shownTowns.some(({ code }) => code === townCode)
  const totalsOf = (towns: readonly Town[]) =>
    yearsOf(years).map((year) => {
      const of = (series: readonly Series[]) => reviewedOnly(pointsOfYear(cutTowns(series, towns), year))
      if (per) return perTotal(of(whole), of(carryBases(base, year)), per)
      return totalOf(own, (code) => of(code === own.code ? whole : seriesOf(data, code)))
    })
  const groups = townGroups
    .map((group) => ({ group, towns: shownTowns.filter(({ kind }) => kind === group) }))
    .filter(({ towns }) => towns.length > 0)
  return {
    metric: per ? perMetric(own, per) : own,
    ...{ years, shownTowns, comparedTowns, totals: totalsOf(shownTowns) },
    groupTotals:
      groups.length < 2 ? [] : groups.map(({ group, towns }) => ({ group, totals: totalsOf(towns) })),
    everywhere: divided.series,
    ...{ shown: cut(shownTowns), compared: reviewedSeries(cut(comparedTowns)) },
    borrowed: divided.borrowed.filter(isShown),
  }
}

/** Every series that a view shows, metric by metric: what its file lists. */
export function listSeries(
  state: ExploreState,
  data: ExploreData,
): readonly { metric: Metric; series: readonly Series[] }[] {
  const chosen = chooseSeries(state, data)
  const of = (code: MetricCode, towns: readonly Town[]) => ({
    metric: metricOf(code),
    series: cutTowns(cutYears(seriesOf(data, code), chosen.years), towns),
  })
  if (state.view === "scatter") {
    return [state.metric, acrossOf(state)].map((code) => of(code, chosen.shownTowns))
  }
  const isMany = (state.view === "heat" || state.view === "multiples") && state.mode !== "towns"
  if (!isMany) return [{ metric: chosen.metric, series: chosen.shown }]
  const one = state.focus ?? chosen.shownTowns[0]?.code
  const towns = state.mode === "town" ? data.towns.filter(({ code }) => code === one) : chosen.shownTowns
  return groupOf(state.metric).map((code) => of(code, towns))
}
