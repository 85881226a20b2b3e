import { sql } from "drizzle-orm"
import { bigint, check, integer, pgTable } from "drizzle-orm/pg-core"

/** How often what is known of a county changed: what an answer that was given before is compared by. Triggers count. */
export const dataRevisions = pgTable(
  "data_revisions",
  {
    countyCode: integer("county_code").primaryKey(),
    revision: bigint("revision", { mode: "number" }).notNull(),
  },
  (t) => [check("data_revisions_grow", sql`${t.revision} > 0`)],
)
