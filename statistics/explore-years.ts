import type { ExploreState, ExploreView, YearWord } from "@/statistics/explore-state"
import type { YearRange } from "@/statistics/year-range"

const ofOneYear: readonly ExploreView[] = ["bar", "scatter"]

/** Whether a view shows one year only: the end of the range. Heat does where its columns are metrics. */
export function showsOneYear({ view, mode }: Pick<ExploreState, "view" | "mode">): boolean {
  return ofOneYear.includes(view) || (view === "heat" && mode === "metrics")
}

/** The years of a state among those that there are; a range that runs backwards or outside is drawn in. */
export function resolveYears(state: Pick<ExploreState, "from" | "to">, held: YearRange): YearRange {
  const within = (year: YearWord) => {
    if (year === "earliest") return held.from
    return year === "latest" ? held.to : Math.min(Math.max(year, held.from), held.to)
  }
  const [from, to] = [within(state.from), within(state.to)]
  return from <= to ? { from, to } : { from: to, to: from }
}

/** The years that a view draws. A view of one year takes the end; a change needs two, so that one year is compared with the
 * year before it. */
export function yearsShown(state: ExploreState, held: YearRange): YearRange {
  const { from, to } = resolveYears(state, held)
  if (showsOneYear(state)) return { from: to, to }
  if (state.view !== "change" || from !== to) return { from, to }
  return to > held.from ? { from: to - 1, to } : { from, to: Math.min(to + 1, held.to) }
}

/** The same state in another view. From one year to a view of many, the years open again: nobody is stuck in one year. */
export function withView(state: ExploreState, view: ExploreView): ExploreState {
  const next = { ...state, view }
  const isStuck = state.from === state.to && !showsOneYear(next) && view !== "change"
  return isStuck ? { ...next, from: "earliest", to: "latest" } : next
}

/** The state with other years. The first and last year that there are become words. */
export function withYears(state: ExploreState, from: number, to: number, held: YearRange): ExploreState {
  const [start, end] = from <= to ? [from, to] : [to, from]
  if (start === end) {
    const year = start === held.to ? "latest" : start
    return { ...state, from: year, to: year }
  }
  return {
    ...state,
    from: start === held.from ? "earliest" : start,
    to: end === held.to ? "latest" : end,
  }
}
