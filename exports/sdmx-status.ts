import type { Flag, MissingReason } from "@/catalogue/status"
import type { Point } from "@/statistics/series"

const ofMissing: Readonly<Record<MissingReason, string>> = {
  placeholder: "O",
  not_stated: "O",
  no_report: "O",
  not_collected: "L",
  not_applicable: "M",
  withheld: "Q",
}

/** Which flag gives the code where a value has several: the one that forbids most comparing goes first. */
const ofFlag: readonly (readonly [Flag, string])[] = [
  ["break", "B"],
  ["definition_differs", "D"],
  ["estimated", "E"],
  ["provisional", "P"],
]

/** The SDMX code list OBS_STATUS for a point: A normal, V unvalidated, O missing and so on. The reason of a gap stands in its
 * own column beside it. */
export function sdmxStatus(point: Point): string {
  if (point.value === null) return ofMissing[point.reason]
  if (!point.reviewed) return "V"
  return ofFlag.find(([flag]) => point.flags.includes(flag))?.[1] ?? "A"
}
