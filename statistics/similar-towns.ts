import type { MetricCode } from "@/catalogue/metric"
import { perBases, perNames } from "@/statistics/per-base"
import type { Series, Stated } from "@/statistics/series"

/** The towns most like another, nearest first, and the figures that they were found by. */
export type Similar = {
  by: readonly MetricCode[]
  towns: readonly { townCode: number; figures: readonly Stated[] }[]
  own: readonly Stated[]
}

const wanted = 5
const fewest = 3

/**
 * Who is like `townCode` in residents, villages and enforcement officers: those of them that it and most towns have a reviewed
 * figure of, the latest up to `year`. Nearness is the mean ratio of the figures, so that twice as many counts the same at
 * any size. Null where there is nothing to go by, or fewer than three towns to compare.
 */
export function findSimilar(
  townCode: number,
  year: number,
  seriesOf: (code: MetricCode) => readonly Series[],
): Similar | null {
  const bases = perNames.flatMap((per) => {
    const code = perBases[per].metric
    const all = new Map(
      seriesOf(code).flatMap((one) => {
        const figure = latest(one, year)
        return figure ? [[one.townCode, figure] as const] : []
      }),
    )
    const isKnown = all.has(townCode) && all.size > fewest && all.size * 2 > seriesOf(code).length
    return isKnown ? [{ code, all }] : []
  })
  const own = bases.flatMap(({ all }) => all.get(townCode) ?? [])
  const others = new Set(bases.flatMap(({ all }) => [...all.keys()]))
  const towns = [...others].flatMap((code) => {
    const figures = bases.flatMap(({ all }) => all.get(code) ?? [])
    if (code === townCode || figures.length < bases.length) return []
    const ratios = figures.map(({ value }, index) => Math.abs(Math.log(value / (own[index]?.value ?? value))))
    return [{ townCode: code, figures, distance: ratios.reduce((sum, ratio) => sum + ratio, 0) }]
  })
  if (towns.length < fewest) return null
  const nearest = towns.sort((a, b) => a.distance - b.distance || a.townCode - b.townCode).slice(0, wanted)
  return {
    by: bases.map(({ code }) => code),
    own,
    towns: nearest.map(({ townCode: code, figures }) => ({ townCode: code, figures })),
  }
}

function latest({ points }: Series, year: number): Stated | undefined {
  return points.findLast(
    (point): point is Stated =>
      point.year <= year && point.value !== null && point.value > 0 && point.reviewed,
  )
}
