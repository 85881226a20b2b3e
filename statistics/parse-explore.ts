import { isMetricCode } from "@/catalogue/metric"
import { type ExploreParams, type ExploreState, stateOf } from "@/statistics/explore-state"

/** The state that an address says, its metrics checked against the catalogue. */
export function parseExplore(params: ExploreParams): ExploreState {
  return stateOf(params, isMetricCode)
}

/** The same from the query of an address, as text. */
export function parseAddress(query: string): ExploreState {
  const params = new URLSearchParams(query)
  const names = [...new Set(params.keys())]
  return parseExplore(Object.fromEntries(names.map((name) => [name, params.getAll(name)])))
}
