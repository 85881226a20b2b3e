import type { Observation } from "@/statistics/observation"
import type { Gap, Stated, TownPoint } from "@/statistics/series"

const plain = { low: null, high: null, flags: [], version: 1, reviewed: true, evidence: null }

export function observed(
  townCode: number,
  year: number,
  value: number | null,
  more: Partial<Observation> = {},
) {
  const missing = value === null ? "placeholder" : null
  const exactness = value === null ? null : "exact"
  return {
    ...plain,
    townCode,
    year,
    value,
    missing,
    exactness,
    metric: "contracts_reviewed",
    ...more,
  } as const
}

export function stated(value: number, more: Partial<Stated> = {}): Stated {
  return { ...plain, year: 2024, value, exactness: "exact", derived: false, ...more }
}

export function gap(reason: Gap["reason"] = "not_stated"): Gap {
  return { year: 2024, value: null, reason, reviewed: true, evidence: null }
}

/** Towns 1, 2, 3 … with these points. */
export function towns(...points: readonly (Stated | Gap)[]): readonly TownPoint[] {
  return points.map((point, index) => ({ townCode: index + 1, point }))
}
