import { bigserial, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core"
import { actor, moment } from "@/db/schema/columns"

/** Who did what, when: one line in the same transaction as each write. Triggers refuse any change or removal. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigserial("id", { mode: "number" }).primaryKey(),
    at: moment("at").notNull().defaultNow(),
    actor: actor("actor"),
    action: text("action").notNull(),
    countyCode: integer("county_code"),
    subject: text("subject").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
  },
  (t) => [index("audit_log_subject").on(t.subject)],
)
