import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { z } from "zod"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { parseInput } from "@/services/parse-input"
import { Problem } from "@/services/problem"

const longestTitle = 60
const most = 60

const input = z.object({
  title: z.string().transform((text) => text.replaceAll("\0", "").trim()),
  address: z
    .string()
    .max(2000)
    .regex(/^[^#\s]*$/),
})

/** Keeps a view of `/explore` for the desk's person, after those that they have: `address` is its query, as the state writes
 * it. Nobody else sees it, and it leaves no line in the audit log: it is a bookmark, not a figure. Throws Problem: signed_out,
 * title_not_valid, too_many_views, value_not_valid. */
export async function saveView(desk: Desk, raw: z.input<typeof input>): Promise<void> {
  requireRight(desk, "figures.read")
  if (desk.actor.role === "public") throw new Problem("signed_out")
  const { title, address } = parseInput(input, raw)
  if (title === "" || title.length > longestTitle) throw new Problem("title_not_valid")
  await asActor(desk, async (tx) => {
    const [row] = await tx.execute<{ count: number; last: number }>(
      sql`select count(*)::int as count, coalesce(max(position), 0)::int as last from saved_views`,
    )
    const { count = 0, last = 0 } = row ?? {}
    if (count >= most) throw new Problem("too_many_views")
    await tx.execute(sql`
      insert into saved_views (id, owner_id, position, title, address)
      values (${randomUUID()}, ${desk.actor.id}, ${last + 1}, ${title}, ${address})`)
  })
}
