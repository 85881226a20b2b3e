import { sql } from "drizzle-orm"
import { check, foreignKey, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core"
import { findings } from "@/db/schema/candidate"
import { actor, countyCode, moment } from "@/db/schema/columns"
import { reports } from "@/db/schema/report"

export const findingActions = ["confirm", "overrule", "undo"] as const
export const numberActions = ["dismiss", "undo"] as const

/** What a person said of a finding, in order; the last one holds. Overruling a check asks for a note. */
export const findingDecisions = pgTable(
  "finding_decisions",
  {
    countyCode: countyCode(),
    findingId: uuid("finding_id").notNull(),
    sequence: smallint("sequence").notNull(),
    action: text("action", { enum: findingActions }).notNull(),
    note: text("note"),
    decidedBy: actor("decided_by"),
    decidedAt: moment("decided_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.findingId, t.sequence] }),
    foreignKey({ columns: [t.countyCode, t.findingId], foreignColumns: [findings.countyCode, findings.id] }),
    check("finding_decisions_note", sql`${t.action} <> 'overrule' or ${t.note} is not null`),
  ],
)

/** What a person said of a number of the text that nothing was read from, by where it begins; the last one holds. */
export const numberDecisions = pgTable(
  "number_decisions",
  {
    countyCode: countyCode(),
    reportId: uuid("report_id").notNull(),
    startsAt: integer("starts_at").notNull(),
    sequence: smallint("sequence").notNull(),
    action: text("action", { enum: numberActions }).notNull(),
    decidedBy: actor("decided_by"),
    decidedAt: moment("decided_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.reportId, t.startsAt, t.sequence] }),
    foreignKey({ columns: [t.countyCode, t.reportId], foreignColumns: [reports.countyCode, reports.id] }),
  ],
)

/** Who has a report open: a sign of life of a few seconds ago, and no record of anybody's work. */
export const deskPresence = pgTable(
  "desk_presence",
  {
    countyCode: countyCode(),
    reportId: uuid("report_id").notNull(),
    actorId: actor("actor_id"),
    name: actor("name"),
    seenAt: moment("seen_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.reportId, t.actorId] }),
    foreignKey({ columns: [t.countyCode, t.reportId], foreignColumns: [reports.countyCode, reports.id] }),
  ],
)
