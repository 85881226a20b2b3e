import { formatYear } from "@/catalogue/format"
import type { Locale } from "@/catalogue/messages/messages"
import type { Town } from "@/catalogue/town"
import { translate } from "@/catalogue/translate"
import { buildCell } from "@/components/charts/cell"
import type { Chosen } from "@/statistics/choose-series"
import type { ExploreState, SortKey } from "@/statistics/explore-state"
import type { Series } from "@/statistics/series"
import { sortTowns } from "@/statistics/sort-towns"
import { pickTowns, type TownGroup, townGroups } from "@/statistics/town-set"

/** A town of the list. `share` is its bar, 0 to 1 of the largest value, null where it has none; `keys` is what it is found by. */
export type TownListRow = {
  code: number
  name: string
  keys: string
  text: string
  share: number | null
  isPicked: boolean
  isChosen: boolean
  isFocus: boolean
  isFound: boolean
}

export type TownList = {
  year: string
  sort: "value" | "change" | "name"
  rows: readonly TownListRow[]
  groups: Readonly<Record<TownGroup, number>>
  compares: readonly { value: string; words: string }[]
}

/** The county's towns for the panel, sorted by the value of the shown year unless asked otherwise. `series` is of all the
 * towns over the shown years, `keys` gives what a town is found by, `found` whether it fits the search. */
export function buildTownList(
  state: ExploreState,
  chosen: Chosen,
  towns: readonly Town[],
  series: readonly Series[],
  spelling: { keys: (townCode: number) => string; found: (townCode: number) => boolean },
  locale: Locale,
): TownList {
  const t = translate(locale, "explore")
  const names = new Map(towns.map((town) => [town.code, town.name]))
  const nameOf = (code: number) => names.get(code) ?? String(code)
  const sort = listSort(state.sort)
  const order = state.sort === sort ? state.order : "down"
  const most = Math.max(0, ...series.flatMap(({ points }) => points.at(-1)?.value ?? 0))
  const shown = new Set(state.towns.length === 0 ? [] : chosen.shownTowns.map(({ code }) => code))
  const rows = sortTowns(chosen.metric, series, { key: sort, order }, nameOf).flatMap(
    (one): TownListRow[] => {
      const point = one.points.at(-1)
      if (!point) return []
      const name = nameOf(one.townCode)
      const place = { metric: chosen.metric, townCode: one.townCode, town: name, href: null, locale }
      const cell = buildCell(point, place)
      return [
        {
          ...{
            code: one.townCode,
            name,
            keys: spelling.keys(one.townCode),
            isFound: spelling.found(one.townCode),
          },
          text: cell.value === null ? cell.words : cell.text + cell.glyphs.join(""),
          share: cell.value === null ? null : most > 0 ? cell.value / most : 0,
          isPicked: state.towns.includes(one.townCode),
          isChosen: shown.has(one.townCode),
          isFocus: state.focus === one.townCode,
        },
      ]
    },
  )
  const focusFirst = [...rows].sort((a, b) => Number(b.isFocus) - Number(a.isFocus))
  const count = (group: TownGroup) => towns.filter(({ kind }) => kind === group).length
  const groups = { subdistrict: count("subdistrict"), town: count("town"), township: count("township") }
  const compares = townGroups
    .filter((group) => groups[group] > 0)
    .map((group) => ({
      value: group as string,
      words: t("towns.groupCount", { name: t(`towns.group.${group}`), count: groups[group] }),
    }))
  const isOwn = state.compare.length > 0 && !compares.some(({ value }) => value === state.compare.join(","))
  const others = [
    ...(state.towns.length > 0 ? [state.towns] : []),
    ...(isOwn && state.compare.join() !== state.towns.join() ? [state.compare] : []),
  ].map((picks) => ({
    value: picks.join(","),
    words: t("towns.groupCount", { name: t("towns.selected"), count: pickTowns(picks, towns).length }),
  }))
  const known = new Set(compares.map(({ value }) => value))
  return {
    year: formatYear(chosen.years.to, locale),
    ...{ sort, rows: focusFirst, groups },
    compares: [...compares, ...others.filter(({ value }) => !known.has(value))],
  }
}

function listSort(sort: SortKey | null): TownList["sort"] {
  return sort === "change" || sort === "name" ? sort : "value"
}
