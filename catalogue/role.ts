/** What a person may be in the office. `public` is nobody in particular: a reader where open reading is switched on. */
export const roles = ["administrator", "reviewer", "town_officer", "leader", "auditor"] as const
export type Role = (typeof roles)[number]

const closed = (may: readonly (Role | "public")[]) => may

/** Who may do what. Services ask for one of these by `requireRole`; pages and their links follow it. */
export const rights = {
  "figures.read": closed(["administrator", "reviewer", "town_officer", "leader", "public"]),
  "reports.read": closed(["reviewer", "town_officer"]),
  "reports.import": closed(["reviewer"]),
  "reports.decide": closed(["reviewer"]),
  "region.set": closed(["administrator", "reviewer"]),
  "accounts.manage": closed(["administrator"]),
  "settings.change": closed(["administrator"]),
  "audit.read": closed(["auditor"]),
} as const
export type Right = keyof typeof rights

/** Whether a role has a right. */
export function may(role: Role | "public", right: Right): boolean {
  return rights[right].includes(role)
}
