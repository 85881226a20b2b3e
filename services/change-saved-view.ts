import { sql } from "drizzle-orm"
import { z } from "zod"
import { listSavedViews } from "@/db/reads/list-saved-views"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { parseInput } from "@/services/parse-input"
import { Problem } from "@/services/problem"

const input = z.object({ id: z.uuid(), action: z.enum(["up", "down", "delete"]) })

/** Moves one of the desk's person's views a place up or down, or removes it. At an end a move changes nothing. Throws Problem:
 * not_found, value_not_valid. */
export async function changeSavedView(desk: Desk, raw: z.input<typeof input>): Promise<void> {
  requireRight(desk, "figures.read")
  const { id, action } = parseInput(input, raw)
  await asActor(desk, async (tx) => {
    const views = (await listSavedViews(tx)).map((view) => view.id)
    const at = views.indexOf(id)
    if (at < 0) throw new Problem("not_found")
    if (action === "delete") {
      await tx.execute(sql`delete from saved_views where id = ${id}`)
      return
    }
    const to = at + (action === "up" ? -1 : 1)
    const other = views[to]
    if (other === undefined) return
    const order = views.with(at, other).with(to, id)
    for (const [position, view] of order.entries())
      await tx.execute(sql`update saved_views set position = ${position + 1} where id = ${view}`)
  })
}
