import { listSavedViews, type SavedView } from "@/db/reads/list-saved-views"
import { asReader, type Desk, requireRight } from "@/services/desk"

/** What the desk's person keeps, in their order; nothing for whoever is not signed in. */
export async function viewSavedViews(desk: Desk): Promise<readonly SavedView[]> {
  requireRight(desk, "figures.read")
  return desk.actor.role === "public" ? [] : asReader(desk, listSavedViews)
}
