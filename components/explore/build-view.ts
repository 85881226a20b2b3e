import { formatYear, formatYears } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import { translate } from "@/catalogue/translate"
import type { BarState } from "@/components/charts/bar"
import { buildBarState } from "@/components/charts/bar-state"
import type { ChangeState } from "@/components/charts/change"
import { buildChangeState } from "@/components/charts/change-state"
import type { ChartInput } from "@/components/charts/chart-input"
import type { FiguresState } from "@/components/charts/figures"
import { buildFiguresState } from "@/components/charts/figures-state"
import { metricName, titleOf } from "@/components/charts/frame"
import type { HeatState } from "@/components/charts/heat"
import { buildHeatOfMetrics, buildHeatOfTown, buildHeatState } from "@/components/charts/heat-state"
import type { LineState } from "@/components/charts/line"
import { buildLineState } from "@/components/charts/line-state"
import type { MultiplesState } from "@/components/charts/multiples"
import { buildMultiplesOfTown, buildMultiplesState } from "@/components/charts/multiples-state"
import type { ScatterState } from "@/components/charts/scatter"
import { buildScatterState } from "@/components/charts/scatter-state"
import {
  compareNote,
  perNotes,
  romanisedNote,
  standingNote,
  unreviewedNote,
} from "@/components/explore/view-notes"
import { sentenceHref } from "@/components/tables/sentence-href"
import { type Chosen, chooseSeries } from "@/statistics/choose-series"
import { acrossOf, cutTowns, cutYears, type ExploreData, groupOf, seriesOf } from "@/statistics/explore-data"
import type { ExploreState } from "@/statistics/explore-state"
import { shownMedians } from "@/statistics/median-series"
import { reviewedSeries, type Series } from "@/statistics/series"

export type ViewState =
  | LineState
  | BarState
  | ChangeState
  | FiguresState
  | HeatState
  | MultiplesState
  | ScatterState

/** A state of `/explore` as the chart that it asks for: the same for page, print and files. */
export function buildView(state: ExploreState, data: ExploreData, locale: Locale): ViewState {
  const chosen = chooseSeries(state, data)
  const { metric, years } = chosen
  const names = new Map(data.towns.map((town) => [town.code, town.name]))
  const focus = data.towns.find(({ code }) => code === state.focus)
  const standing = standingNote(
    metric,
    chosen.compared,
    years.to,
    focus ? { townCode: focus.code, name: focus.name } : null,
    locale,
  )
  const input: ChartInput = {
    ...{ metric, series: chosen.shown, names, focus: focus?.code ?? null, hrefOf: sentenceHref, locale },
    compared: chosen.compared,
    source: translate(locale, "chart")("sourceReports"),
    notes: [
      ...(state.asof ? [translate(locale, "explore")("notes.asOf", { date: state.asof })] : []),
      ...perNotes(state, chosen.borrowed, names, locale),
      ...compareNote(chosen.comparedTowns, data.towns, locale),
      ...standing,
      ...unreviewedNote(chosen.shown, locale),
      ...romanisedNote(locale),
    ],
    ...(state.per === "none" ? {} : { title: perTitle(state, chosen, locale) }),
  }
  const median = shownMedians(chosen.compared)
  if (state.view === "line") return buildLineState(input, median)
  if (state.view === "bar") return buildBarState(input, years.to, chosen.totals.at(-1) ?? null)
  if (state.view === "change") return buildChangeState(input, state.shape)
  if (state.view === "scatter") return scatterOf(state, data, chosen, input)
  if (state.view === "heat") return heatOf(state, data, chosen, input)
  if (state.view === "multiples") return multiplesOf(state, data, chosen, input)
  const sort = { key: state.sort ?? "code", order: state.order } as const
  return buildFiguresState(input, { totals: chosen.totals, groups: chosen.groupTotals, median }, sort)
}

function perTitle(state: ExploreState, { years }: Chosen, locale: Locale): string {
  const t = translate(locale, "explore")
  const metric = metricOf(state.metric)
  const name = t("perTitle", { metric: metricName(metric, locale), per: t(`perOption.${state.per}`) })
  const span = state.view === "bar" ? years.to : years.from
  return titleOf({ ...metric, nameZh: name, nameEn: name }, span, years.to, locale)
}

/** A scatter is of two metrics as counted: a quotient on one side only would draw a pattern of its own. */
function scatterOf(state: ExploreState, data: ExploreData, chosen: Chosen, input: ChartInput): ScatterState {
  const { to } = chosen.years
  const of = (code: MetricCode) => cutTowns(cutYears(seriesOf(data, code), chosen.years), chosen.shownTowns)
  const across = metricOf(acrossOf(state))
  const { title: _, ...plain } = input
  const own = { ...plain, metric: metricOf(state.metric), series: of(state.metric) }
  return buildScatterState(own, { metric: across, series: of(across.code) }, to)
}

function heatOf(state: ExploreState, data: ExploreData, chosen: Chosen, input: ChartInput): HeatState {
  if (state.mode === "towns") return buildHeatState(input)
  const { locale } = input
  const t = translate(locale, "explore")
  const group = translate(locale, "status")(`group.${metricOf(state.metric).group}`)
  const { from, to } = chosen.years
  if (state.mode === "metrics") {
    const series = groupSeries(state, data, chosen)
    const told = groupOf(state.metric).filter((code) => hasValue(series.filter((one) => one.metric === code)))
    const title = t("heat.titleMetrics", { group, year: formatYear(to, locale) })
    return buildHeatOfMetrics({ ...input, title, series }, told.map(metricOf))
  }
  const town = input.names.get(townOf(state, chosen)) ?? ""
  const title = t("heat.titleTown", { town, group, years: formatYears(from, to, locale) })
  return buildHeatOfTown({ ...input, title, series: ofTown(state, data, chosen) })
}

function multiplesOf(
  state: ExploreState,
  data: ExploreData,
  chosen: Chosen,
  input: ChartInput,
): MultiplesState {
  const { county } = data
  const keep = state.county === null ? "" : `&county=${county.code}`
  if (state.mode === "town") {
    const { title: _, ...plain } = input
    const medians = (code: MetricCode) =>
      shownMedians(
        reviewedSeries(cutTowns(cutYears(seriesOf(data, code), chosen.years), chosen.comparedTowns)),
      )
    return buildMultiplesOfTown(
      { ...plain, series: ofTown(state, data, chosen) },
      (metric) => medians(metric.code),
      (townCode, metric) => `/explore?metric=${metric.code}&focus=${townCode}${keep}`,
    )
  }
  const median = shownMedians(chosen.compared)
  return buildMultiplesState(input, median, state.axis, (townCode) => `/towns/${townCode}`)
}

const hasValue = (series: readonly Series[]) =>
  series.some(({ points }) => points.some((point) => point.value !== null || point.evidence !== null))

function groupSeries(state: ExploreState, data: ExploreData, { years, shownTowns }: Chosen) {
  return groupOf(state.metric).flatMap((code) => cutTowns(cutYears(seriesOf(data, code), years), shownTowns))
}

/** The town of a view of one town: the focus, else the first shown. */
function townOf(state: ExploreState, { shownTowns }: Chosen): number {
  return state.focus ?? shownTowns[0]?.code ?? 0
}

function ofTown(state: ExploreState, data: ExploreData, chosen: Chosen): readonly Series[] {
  const towns = data.towns.filter(({ code }) => code === townOf(state, chosen))
  const all = groupOf(state.metric).flatMap((code) =>
    cutTowns(cutYears(seriesOf(data, code), chosen.years), towns),
  )
  const told = all.filter((one) => hasValue([one]))
  return told.length > 0 ? told : all.slice(0, 1)
}
