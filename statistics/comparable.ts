import type { TownPoint } from "@/statistics/series"

/** Towns that may be set side by side, and those that may not: a value counted by another definition (镇 against 镇+村
 * contracts) or disputed is not compared. Towns without a value are in neither. */
export function splitComparable(towns: readonly TownPoint[]): {
  comparable: readonly { townCode: number; value: number }[]
  aside: readonly { townCode: number; value: number }[]
} {
  const comparable: { townCode: number; value: number }[] = []
  const aside: { townCode: number; value: number }[] = []
  for (const { townCode, point } of towns) {
    if (point.value === null) continue
    const differs = point.flags.includes("definition_differs") || point.flags.includes("disputed")
    const side = differs ? aside : comparable
    side.push({ townCode, value: point.value })
  }
  return { comparable, aside }
}
