import { isMetricCode, type MetricCode } from "@/catalogue/metric"

export const exploreViews = ["line", "bar"] as const
export type ExploreView = (typeof exploreViews)[number]

/** What `/explore` shows, as its address says it. `towns` empty means all of the county; `earliest` and `latest` stay words,
 * so that a link moves on when a new year arrives. */
export type ExploreState = {
  metric: MetricCode
  towns: readonly number[]
  from: number | "earliest"
  to: number | "latest"
  view: ExploreView
  focus: number | null
  county: number | null
}

type Params = Readonly<Record<string, string | string[] | undefined>>

export const exploreDefaults: ExploreState = {
  ...{ metric: "contracts_reviewed", towns: [], from: "earliest", to: "latest" },
  ...{ view: "line", focus: null, county: null },
}

/** Reads an address. Towns may be repeated or a comma list; the parts of a form (`from`, `to`) are read too; whatever is
 * not valid falls back to the default. */
export function parseExplore(params: Params): ExploreState {
  const all = (name: string) => [params[name] ?? []].flat().flatMap((value) => value.split(","))
  const first = (name: string) => all(name)[0] ?? ""
  const code = (text: string, digits: number) =>
    new RegExp(`^\\d{${digits}}$`).test(text) ? Number(text) : null
  const [start = "", end = start] = first("years").split("..")
  const metric = first("metric")
  return {
    metric: isMetricCode(metric) ? metric : exploreDefaults.metric,
    towns: [...new Set(all("towns").flatMap((text) => code(text, 9) ?? []))],
    from: code(first("from"), 4) ?? code(start, 4) ?? "earliest",
    to: code(first("to"), 4) ?? code(end, 4) ?? "latest",
    view: exploreViews.find((view) => view === first("view")) ?? exploreDefaults.view,
    focus: code(first("focus"), 9),
    county: code(first("county"), 6),
  }
}

/** The address of a state; defaults are not written. */
export function exploreHref(state: ExploreState): string {
  const parts = [
    state.metric === exploreDefaults.metric ? null : `metric=${state.metric}`,
    state.towns.length === 0 ? null : `towns=${state.towns.join(",")}`,
    state.from === "earliest" && state.to === "latest" ? null : `years=${state.from}..${state.to}`,
    state.view === exploreDefaults.view ? null : `view=${state.view}`,
    state.focus === null ? null : `focus=${state.focus}`,
    state.county === null ? null : `county=${state.county}`,
  ].filter((part) => part !== null)
  return parts.length === 0 ? "/explore" : `/explore?${parts.join("&")}`
}

/** The years of a state among those that there are; a range that runs backwards or outside is drawn in. */
export function resolveYears(
  state: ExploreState,
  held: { from: number; to: number },
): { from: number; to: number } {
  const within = (year: number) => Math.min(Math.max(year, held.from), held.to)
  const from = within(state.from === "earliest" ? held.from : state.from)
  const to = within(state.to === "latest" ? held.to : state.to)
  return from <= to ? { from, to } : { from: to, to: from }
}
