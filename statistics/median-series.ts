import { splitComparable } from "@/statistics/comparable"
import { quartilesOf } from "@/statistics/quartiles"
import { pointsOfYear, type Series } from "@/statistics/series"

/** The median over comparable towns in one year, null where none has a value. */
export type MedianPoint = { year: number; value: number | null; counted: number; asked: number }

/** Of fewer towns than this no median is shown: it would be hardly more than one of them. */
export const fewestForMedian = 5

/** The medians that readers are shown: those of years in which enough towns have a value; null where there is no such year. */
export function shownMedians(series: readonly Series[]): readonly MedianPoint[] | null {
  const points = medianSeries(series).map((point) =>
    point.counted < fewestForMedian ? { ...point, value: null } : point,
  )
  return points.some(({ value }) => value !== null) ? points : null
}

/** The towns' median for every year on the axis of the first series. */
export function medianSeries(series: readonly Series[]): readonly MedianPoint[] {
  const years = series[0]?.points.map((point) => point.year) ?? []
  return years.map((year) => {
    const towns = pointsOfYear(series, year)
    const values = splitComparable(towns).comparable.map(({ value }) => value)
    return { year, value: quartilesOf(values).median, counted: values.length, asked: towns.length }
  })
}
