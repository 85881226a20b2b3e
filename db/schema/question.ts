import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { entryActions } from "@/catalogue/question"
import { candidates, findings } from "@/db/schema/candidate"
import { actor, countyCode, figure, moment, townCode } from "@/db/schema/columns"
import { metrics } from "@/db/schema/reference"
import { reports } from "@/db/schema/report"

/** A thread between the office and a town about a place of its report: the office asks, or the town proposes on its own. */
export const questions = pgTable(
  "questions",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    townCode: townCode(),
    reportId: uuid("report_id").notNull(),
    candidateId: uuid("candidate_id"),
    findingId: uuid("finding_id"),
    metricId: smallint("metric_id").references(() => metrics.id),
    startsAt: integer("starts_at"),
    quote: text("quote"),
    begunByRole: text("begun_by_role", { enum: ["reviewer", "town_officer"] }).notNull(),
    begunAt: moment("begun_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique("questions_town_unique").on(t.countyCode, t.id, t.townCode),
    index("questions_report").on(t.countyCode, t.reportId),
    index("questions_town").on(t.countyCode, t.townCode),
    foreignKey({ columns: [t.countyCode, t.reportId], foreignColumns: [reports.countyCode, reports.id] }),
    foreignKey({
      columns: [t.countyCode, t.candidateId],
      foreignColumns: [candidates.countyCode, candidates.id],
    }),
    foreignKey({ columns: [t.countyCode, t.findingId], foreignColumns: [findings.countyCode, findings.id] }),
  ],
)

/** The thread's entries, in order; nothing of them is changed. */
export const questionEntries = pgTable(
  "question_entries",
  {
    countyCode: countyCode(),
    questionId: uuid("question_id").notNull(),
    sequence: smallint("sequence").notNull(),
    townCode: townCode(),
    action: text("action", { enum: entryActions }).notNull(),
    words: text("words"),
    value: figure("value"),
    source: text("source"),
    byRole: text("by_role", { enum: ["reviewer", "town_officer"] }).notNull(),
    byId: actor("by_id"),
    by: actor("by"),
    at: moment("at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.questionId, t.sequence] }),
    foreignKey({
      columns: [t.countyCode, t.questionId, t.townCode],
      foreignColumns: [questions.countyCode, questions.id, questions.townCode],
    }),
    check("question_entries_words", sql`${t.action} not in ('ask', 'answer') or ${t.words} is not null`),
    check(
      "question_entries_propose",
      sql`(${t.action} = 'propose') = (${t.value} is not null) and (${t.action} = 'propose') = (${t.source} is not null)`,
    ),
  ],
)
