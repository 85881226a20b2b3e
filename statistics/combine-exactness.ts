import type { Exactness } from "@/catalogue/status"

/** How exact a sum is: exact if every addend is; `over` or `under` if the inexact ones all err to that side; else `about`.
 * Null for no addends. 全覆盖 (`all`) is as exact as 100. */
export function combineExactness(addends: readonly Exactness[]): Exactness | null {
  if (addends.length === 0) return null
  const inexact = new Set(addends.filter((exactness) => exactness !== "exact" && exactness !== "all"))
  if (inexact.size === 0) return "exact"
  const [only] = inexact
  return inexact.size === 1 && (only === "over" || only === "under") ? only : "about"
}
