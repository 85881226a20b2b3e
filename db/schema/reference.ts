import { sql } from "drizzle-orm"
import { check, integer, jsonb, pgTable, smallint, text, unique } from "drizzle-orm/pg-core"
import { actor, countyCode, moment } from "@/db/schema/columns"

/** The catalogue's metrics: what the small ids of the other tables mean. */
export const metrics = pgTable("metrics", {
  id: smallint("id").primaryKey(),
  code: text("code").notNull().unique(),
})

/** All township-level divisions, and the invented ones of the demonstration data. */
export const towns = pgTable(
  "towns",
  {
    code: integer("code").primaryKey(),
    countyCode: countyCode(),
    name: text("name").notNull(),
    kind: text("kind", { enum: ["town", "township", "subdistrict", "other"] }).notNull(),
  },
  (t) => [
    unique("towns_county_code_unique").on(t.countyCode, t.code),
    check("towns_in_county", sql`${t.code} / 1000 = ${t.countyCode}`),
  ],
)

/** What the office set, one row a name. */
export const settings = pgTable("settings", {
  name: text("name").primaryKey(),
  value: jsonb("value").notNull(),
  setBy: actor("set_by"),
  setAt: moment("set_at").notNull().defaultNow(),
})
