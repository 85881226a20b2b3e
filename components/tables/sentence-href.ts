import type { Point } from "@/statistics/series"

/** The address of the sentence that a point stands in, or null where no report says anything. */
export function sentenceHref(townCode: number, point: Point): string | null {
  return point.evidence ? `/reports/${townCode}/${point.year}#p${point.evidence.start}` : null
}
