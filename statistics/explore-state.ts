import type { MetricCode } from "@/catalogue/metric"
import { isPerBase, type PerBase } from "@/statistics/per-base"
import { isTownGroup, type TownPick } from "@/statistics/town-set"

export const exploreViews = ["line", "bar", "change", "table", "heat", "multiples", "scatter"] as const
export type ExploreView = (typeof exploreViews)[number]

/** `earliest` and `latest` stay words, so that a link moves on when a new year arrives. */
export type YearWord = number | "earliest" | "latest"

/** How heat and small multiples are laid out. `towns`: one metric, a row or panel a town. `metrics`: a row a town, a column
 * a metric. `town`: the focus town alone, a row or panel a metric. */
export const exploreModes = ["towns", "metrics", "town"] as const
export type ExploreMode = (typeof exploreModes)[number]

/** What the table and the list of towns go by; a year as `y2023`. */
export type SortKey = "code" | "name" | "value" | "change" | "relative" | `y${number}`

/** What `/explore` shows, as its address says it. `towns` is drawn, `compare` is what medians and standings are taken over;
 * empty means all of the county. `against` is the scatter's second metric. */
export type ExploreState = {
  metric: MetricCode
  against: MetricCode | null
  towns: readonly TownPick[]
  compare: readonly TownPick[]
  from: YearWord
  to: YearWord
  view: ExploreView
  mode: ExploreMode
  axis: "shared" | "own"
  /** How the change of two years is drawn. */
  shape: "dumbbell" | "slope"
  per: PerBase
  focus: number | null
  sort: SortKey | null
  order: "down" | "up"
  find: string
  /** An ISO day: the published figures as they stood when it ended. */
  asof: string | null
  county: number | null
}

export type ExploreParams = Readonly<Record<string, string | string[] | undefined>>

export const exploreDefaults: ExploreState = {
  ...{ metric: "contracts_reviewed", against: null, towns: [], compare: [], from: "earliest", to: "latest" },
  ...{ view: "line", mode: "towns", axis: "shared", shape: "dumbbell", per: "none", focus: null },
  ...{ sort: null, order: "down", find: "", asof: null, county: null },
}

const longestFind = 40

/** Reads an address. Towns may be repeated or a comma list of codes and groups; the parts of a form (`from`, `to`) are read
 * too; whatever is not valid falls back to the default. `isMetric` knows the codes: a browser, whose forms offer no others,
 * is spared the catalogue. */
export function stateOf(params: ExploreParams, isMetric: (code: string) => code is MetricCode): ExploreState {
  const all = (name: string) => [params[name] ?? []].flat().flatMap((value) => value.split(","))
  const first = (name: string) => all(name)[0] ?? ""
  const picks = (name: string) => [...new Set(all(name).flatMap((text) => pickOf(text) ?? []))]
  const metric = first("metric")
  const against = first("against")
  const per = first("per")
  const [start = "", end = start] = first("years").split("..")
  const oneOf = <T extends string>(known: readonly T[], name: string, fallback: T): T =>
    known.find((value) => value === first(name)) ?? fallback
  return {
    metric: isMetric(metric) ? metric : exploreDefaults.metric,
    against: isMetric(against) && against !== metric ? against : null,
    towns: picks("towns"),
    compare: picks("compare"),
    from: yearOf(first("from")) ?? yearOf(start) ?? "earliest",
    to: yearOf(first("to")) ?? yearOf(end) ?? "latest",
    view: oneOf(exploreViews, "view", exploreDefaults.view),
    mode: oneOf(exploreModes, "mode", exploreDefaults.mode),
    axis: oneOf(["shared", "own"], "axis", exploreDefaults.axis),
    shape: oneOf(["dumbbell", "slope"], "shape", exploreDefaults.shape),
    per: isPerBase(per) ? per : exploreDefaults.per,
    focus: codeOf(first("focus"), 9),
    sort: sortOf(first("sort")),
    order: oneOf(["down", "up"], "order", exploreDefaults.order),
    find: first("find").trim().slice(0, longestFind),
    asof: dayOf(first("asof")),
    county: codeOf(first("county"), 6),
  }
}

/** The address of a state; defaults are not written. `path` is another page that reads the same state. */
export function exploreHref(state: ExploreState, path = "/explore"): string {
  const { from, to } = state
  const written = (name: Exclude<keyof ExploreState, "from" | "to">) => {
    const [value, usual] = [state[name], exploreDefaults[name]]
    const text = Array.isArray(value) ? value.join(",") : String(value ?? "")
    return text === (Array.isArray(usual) ? usual.join(",") : String(usual ?? ""))
      ? null
      : `${name}=${encodeURIComponent(text).replaceAll("%2C", ",")}`
  }
  const years =
    from === "earliest" && to === "latest" ? null : `years=${from === to ? from : `${from}..${to}`}`
  const parts = [
    ...[written("metric"), written("against"), written("towns"), written("compare"), years],
    ...[
      written("view"),
      written("mode"),
      written("axis"),
      written("shape"),
      written("per"),
      written("focus"),
    ],
    ...[written("sort"), written("order"), written("find"), written("asof"), written("county")],
  ].filter((part) => part !== null)
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`
}

function codeOf(text: string, digits: number): number | null {
  return new RegExp(`^\\d{${digits}}$`).test(text) ? Number(text) : null
}

/** A day that exists, as `2025-03-01`, or null. */
export function dayOf(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
}

function pickOf(text: string): TownPick | null {
  return isTownGroup(text) ? text : codeOf(text, 9)
}

function yearOf(text: string): YearWord | null {
  return text === "earliest" || text === "latest" ? text : codeOf(text, 4)
}

function sortOf(text: string): SortKey | null {
  const plain = (["code", "name", "value", "change", "relative"] as const).find((key) => key === text)
  return plain ?? (/^y\d{4}$/.test(text) ? `y${Number(text.slice(1))}` : null)
}
