/** The closed list of what can be wrong with a request; the messages are in the message files under `problem`. */
export const problems = [
  "not_found",
  "changed_meanwhile",
  "value_not_valid",
  "rate_above_100",
  "note_needed",
  "town_not_known",
  "year_not_valid",
  "county_not_known",
  "not_allowed",
  "too_many_files",
  "nothing_to_undo",
  "report_does_not_count",
  "signed_out",
  "must_change",
  "sign_in_refused",
  "sign_in_waits",
  "password_wrong",
  "password_short",
  "password_long",
  "password_common",
  "password_has_name",
  "password_same",
  "password_differs",
  "username_not_valid",
  "username_taken",
  "name_missing",
  "role_missing",
  "town_needed",
  "last_administrator",
  "link_not_valid",
  "minutes_not_valid",
  "recognised_text",
  "not_done",
  "reason_needed",
  "nothing_to_publish",
  "nothing_marked",
  "words_needed",
  "source_needed",
  "question_closed",
  "nothing_new",
  "import_dismissed",
  "title_not_valid",
  "too_many_views",
] as const
export type ProblemCode = (typeof problems)[number]

/** A broken rule of the domain. Nothing was changed. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string = "",
  ) {
    super(detail ? `${code}: ${detail}` : code)
    this.name = "Problem"
  }
}

const awayCodes = new Set([
  ...["ECONNREFUSED", "ENOENT", "ECONNRESET", "EPIPE", "ENOTFOUND", "EHOSTUNREACH", "ETIMEDOUT"],
  ...["CONNECT_TIMEOUT", "CONNECTION_CLOSED", "CONNECTION_ENDED", "CONNECTION_DESTROYED"],
  ...["57P01", "57P02", "57P03", "53300", "3D000", "28P01", "28000"],
])

/** True if an error, or what caused it, says that the database cannot be reached or will not let us in. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, errors } = cause as { code?: unknown; errors?: unknown }
    if (typeof code === "string" && awayCodes.has(code)) return true
    if (Array.isArray(errors) && errors.some(isDatabaseAway)) return true
  }
  return false
}

/** True if an error, or what caused it, says that the database has no room left on its disk. */
export function isDiskFull(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, message } = cause as { code?: unknown; message: string }
    if (code === "53100" || code === "ENOSPC" || message.includes("No space left on device")) return true
  }
  return false
}

/** True if an error, or what caused it, is a violated unique constraint: somebody was faster. */
export function isTaken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as { code?: unknown }).code === "23505") return true
  }
  return false
}
