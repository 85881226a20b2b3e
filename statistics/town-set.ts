import type { Town } from "@/catalogue/town"

export const townGroups = ["subdistrict", "town", "township"] as const
export type TownGroup = (typeof townGroups)[number]

/** A town by its code, or all towns of a kind. A kind stays a word in a link, so that it holds when towns change. */
export type TownPick = number | TownGroup

export function isTownGroup(text: string): text is TownGroup {
  return townGroups.some((group) => group === text)
}

/** The towns that a list of picks names, in the county's order; no pick, or none that fits, means all. */
export function pickTowns(picks: readonly TownPick[], towns: readonly Town[]): readonly Town[] {
  const chosen = towns.filter((town) => picks.some((pick) => pick === town.code || pick === town.kind))
  return chosen.length === 0 ? towns : chosen
}
