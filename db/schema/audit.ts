import { bigint, bigserial, boolean, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { actor, moment } from "@/db/schema/columns"

/** Who did what, when, from where: one line in the same transaction as each write. Who and where come from the
 * transaction's actor, number, time and hash from a trigger: whoever inserts cannot choose them. Others refuse any change. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: moment("at").notNull().defaultNow(),
    actorId: text("actor_id").notNull().default(""),
    actor: actor("actor").default(""),
    channel: text("channel").notNull().default(""),
    address: text("address"),
    action: text("action").notNull(),
    countyCode: integer("county_code"),
    subject: text("subject").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    previousHash: text("previous_hash").notNull().default(""),
    hash: text("hash").notNull().default(""),
  },
  (t) => [index("audit_log_subject").on(t.subject), index("audit_log_actor").on(t.actorId)],
)

/** The chain's end, in a second place, so that a removed tail shows. */
export const auditHead = pgTable("audit_head", {
  only: boolean("only").primaryKey().default(true),
  lastId: bigint("last_id", { mode: "number" }).notNull(),
  hash: text("hash").notNull(),
})
