import type { Metric } from "@/catalogue/metric"
import { splitComparable } from "@/statistics/comparable"
import type { TownPoint } from "@/statistics/series"

export const tiers = ["upper", "middle", "lower"] as const
export type Tier = (typeof tiers)[number]

/** Where a town stands among `of` comparable towns of `asked`. Ties share a midrank (two seconds are both 2.5th). */
export type Standing =
  | { kind: "rank"; rank: number; of: number; asked: number }
  | { kind: "tier"; tier: Tier; of: number; asked: number }

/** Fewer towns than this have no standing among themselves. */
export const fewestTowns = 3

/** Each comparable town's standing by the catalogue's rank rule: a midrank for `yes`, a third for `tier`, nothing for `no`
 * and `never`, nor without a polarity to say which end is first. First is the highest value, or the lowest where less is better. */
export function standTowns(metric: Metric, towns: readonly TownPoint[]): ReadonlyMap<number, Standing> {
  const { comparable } = splitComparable(towns)
  const standings = new Map<number, Standing>()
  const ranked = metric.rank === "yes" || metric.rank === "tier"
  if (!ranked || metric.polarity === "none" || comparable.length < fewestTowns) return standings
  const of = comparable.length
  const asked = towns.length
  const sign = metric.polarity === "up" ? 1 : -1
  for (const { townCode, value } of comparable) {
    const ahead = comparable.filter((other) => sign * (other.value - value) > 0).length
    const equal = comparable.filter((other) => other.value === value).length
    const rank = ahead + (equal + 1) / 2
    const standing: Standing =
      metric.rank === "yes"
        ? { kind: "rank", rank, of, asked }
        : { kind: "tier", tier: tierOf(rank, of), of, asked }
    standings.set(townCode, standing)
  }
  return standings
}

/** The third in which a midrank lies. Towns that tie share one, and if all tie, it is the middle. */
function tierOf(rank: number, of: number): Tier {
  const share = (rank - 0.5) / of
  if (share < 1 / 3) return "upper"
  return share > 2 / 3 ? "lower" : "middle"
}
