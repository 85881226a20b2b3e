import { townsOfCounty } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { ChartInput } from "@/components/charts/chart-input"
import { buildSeries } from "@/statistics/build-series"
import type { Observation } from "@/statistics/observation"

const county = townsOfCounty(990181)
export const years = { from: 2019, to: 2024 }
export const townCodes = county.map((town) => town.code)

type Sketch = Partial<Observation> | number | null

/** A chart's input from rows of values, one row a town of the invented county and one entry a year; `undefined` is a year
 * without a report. */
export function sample(
  rows: readonly (readonly (Sketch | undefined)[])[],
  more: { metric?: MetricCode; focus?: number; locale?: Locale } = {},
): ChartInput {
  const metric = more.metric ?? "contracts_reviewed"
  const towns = townCodes.slice(0, rows.length)
  const observations = rows.flatMap((row, town) =>
    row.flatMap((sketch, index) => observe(sketch, towns[town] ?? 0, years.from + index, metric)),
  )
  const held = observations.map(({ townCode, year }) => ({ townCode, year }))
  return {
    metric: metricOf(metric),
    series: buildSeries(observations, { metric, towns, years, held }),
    names: new Map(county.map((town) => [town.code, town.name])),
    focus: more.focus === undefined ? null : (towns[more.focus] ?? null),
    hrefOf: (townCode, year) => `/reports/${townCode}-${year}#s`,
    source: "各镇街年度法治政府建设情况报告",
    locale: more.locale ?? "zh",
  }
}

function observe(
  sketch: Sketch | undefined,
  townCode: number,
  year: number,
  metric: MetricCode,
): Observation[] {
  if (sketch === undefined) return []
  const given = typeof sketch === "object" && sketch !== null ? sketch : { value: sketch }
  const value = given.value ?? null
  const quote = `审查合同${value ?? "@"}件`
  const evidence = { start: 0, quote, passage: { end: quote.length, sentence: `${quote}。` } }
  const blank = { low: null, high: null, flags: [], version: 1, reviewed: true, evidence }
  const missing = value === null ? "placeholder" : null
  const exactness = value === null ? null : "exact"
  return [{ ...blank, townCode, year, metric, exactness, missing, ...given, value }]
}
