import { sql } from "drizzle-orm"
import { check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { actor, moment } from "@/db/schema/columns"

/** A view of `/explore` that a person keeps under a title of their own: the query of its address. `position` orders a
 * person's views, which is the order in which they are presented. */
export const savedViews = pgTable(
  "saved_views",
  {
    id: uuid("id").primaryKey(),
    ownerId: actor("owner_id"),
    position: integer("position").notNull(),
    title: text("title").notNull(),
    address: text("address").notNull(),
    savedAt: moment("saved_at").notNull().defaultNow(),
  },
  (t) => [
    index("saved_views_owner").on(t.ownerId, t.position),
    check("saved_views_title", sql`${t.title} <> ''`),
  ],
)
