/** Why a cell has no value. `unreviewed` is none of these: a candidate waits, and the cell says so. */
export const missingReasons = [
  "placeholder",
  "not_stated",
  "no_report",
  "not_applicable",
  "not_collected",
  "withheld",
] as const
export type MissingReason = (typeof missingReasons)[number]

/** How exact the words are. `over`: 余 多 以上 超; `under`: 近 不足; `about`: 约 左右; `all`: 全覆盖 = 100 in words. */
export const exactnesses = ["exact", "over", "under", "about", "range", "all"] as const
export type Exactness = (typeof exactnesses)[number]

/** What a reading is. Only `result` may become this year's observation. */
export const candidateKinds = [
  "result",
  "target",
  "other_year",
  "cumulative",
  "part",
  "requirement",
  "change",
] as const
export type CandidateKind = (typeof candidateKinds)[number]

/** What else is known of a value; any number at once. */
export const flags = [
  "provisional",
  "revised",
  "break",
  "definition_differs",
  "estimated",
  "disputed",
] as const
export type Flag = (typeof flags)[number]

export const severities = ["error", "warning", "notice"] as const
export type Severity = (typeof severities)[number]

export const checks = [
  "unfilled-placeholder",
  "expired-citation",
  "missing-section",
  "year-mismatch",
  "stated-rate-differs",
  "part-exceeds-whole",
  "sum-differs",
  "contradiction",
  "other-town-named",
  "identical-to-last-year",
  "unusual-change",
  "newly-missing",
  "copied-text",
  "late",
] as const
export type Check = (typeof checks)[number]
