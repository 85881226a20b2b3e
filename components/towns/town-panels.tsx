import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricGroups, metricOf } from "@/catalogue/metric"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { cellsOfView } from "@/components/charts/cells-of-view"
import { ChartFrame } from "@/components/charts/chart-frame"
import { Figure } from "@/components/charts/draw-figure"
import { metricName } from "@/components/charts/frame"
import { buildMultiplesOfTown } from "@/components/charts/multiples-state"
import { StaticMultiples } from "@/components/charts/static-multiples"
import { Surface } from "@/components/charts/surface"
import { tipOf } from "@/components/charts/tip-cell"
import { romanisedNote, unreviewedNote } from "@/components/explore/view-notes"
import { FigureTable } from "@/components/tables/figure-table"
import { sentenceHref } from "@/components/tables/sentence-href"
import type { MedianPoint } from "@/statistics/median-series"
import type { Series } from "@/statistics/series"

type Props = {
  locale: Locale
  town: Town
  series: readonly Series[]
  medians: ReadonlyMap<MetricCode, readonly MedianPoint[]>
}

/** Every metric of a town in small, by groups of the catalogue, with the county's median as a thin line. */
export function TownPanels({ locale, town, series, medians }: Props) {
  const [first] = series
  if (!first) return null
  const hrefOf = (code: MetricCode) => `/explore?metric=${code}&focus=${town.code}&county=${town.countyCode}`
  const input = {
    ...{ metric: metricOf(first.metric), series, focus: null, hrefOf: sentenceHref, locale },
    names: new Map([[town.code, town.name]]),
    source: translate(locale, "chart")("sourceReports"),
    notes: [...unreviewedNote(series, locale), ...romanisedNote(locale)],
  }
  const state = buildMultiplesOfTown(
    input,
    ({ code }) => medians.get(code) ?? [],
    (_, { code }) => hrefOf(code),
  )
  const groups = metricGroups.flatMap((group) => {
    const panels = state.panels.filter(({ key }) => metricOf(key as MetricCode).group === group)
    return panels.length === 0 ? [] : [{ group, panels, name: translate(locale, "status")(`group.${group}`) }]
  })
  const table = (
    <FigureTable
      locale={locale}
      head={translate(locale, "ui")("town.metric")}
      rows={series.map((one) => ({
        ...{ series: one, town: town.name, href: hrefOf(one.metric) },
        name: metricName(metricOf(one.metric), locale),
      }))}
    />
  )
  return (
    <Figure words={state.words} tips={cellsOfView(state).map(tipOf)} chart={null}>
      <ChartFrame frame={state.frame} locale={locale} table={table}>
        <Surface>
          {groups.map(({ group, panels, name }) => (
            <section key={group} className="mt-4 border-t border-line pt-2">
              <h3 className="mb-2 text-base font-semibold">{name}</h3>
              <StaticMultiples state={{ ...state, panels, summary: name }} />
            </section>
          ))}
        </Surface>
      </ChartFrame>
    </Figure>
  )
}
