import type { Locale } from "@/catalogue/messages/messages"
import type { Metric } from "@/catalogue/metric"
import type { Point, Series } from "@/statistics/series"

/** What a chart is made from. `hrefOf` gives the address that a point opens (its sentence in the report), or null; `title`
 * replaces the metric's name; `source` says in words where the figures come from; `notes` stand below with the chart's own;
 * `compared` is what a median is taken over, where that is not what is drawn. */
export type ChartInput = {
  metric: Metric
  series: readonly Series[]
  names: ReadonlyMap<number, string>
  focus: number | null
  hrefOf: (townCode: number, point: Point) => string | null
  source: string
  title?: string
  notes?: readonly string[]
  compared?: readonly Series[]
  locale: Locale
}

/** A town's name, or its code where the caller gave none. */
export function nameOf(input: ChartInput, townCode: number): string {
  return input.names.get(townCode) ?? String(townCode)
}
