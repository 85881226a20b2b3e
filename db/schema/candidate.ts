import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core"
import { candidateKinds, checks, exactnesses, severities } from "@/catalogue/status"
import { actor, countyCode, figure, metricId, moment } from "@/db/schema/columns"
import { metrics } from "@/db/schema/reference"
import { documents, reports } from "@/db/schema/report"

/** Where a figure stands. The copy of the text's length lets the database itself keep offsets within the text. */
export const evidence = pgTable(
  "evidence",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    documentId: uuid("document_id").notNull(),
    textLength: integer("text_length").notNull(),
    startsAt: integer("starts_at").notNull(),
    endsAt: integer("ends_at").notNull(),
    quote: text("quote").notNull(),
    sentence: text("sentence").notNull(),
    heading: text("heading"),
    rule: text("rule").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    foreignKey({
      columns: [t.countyCode, t.documentId, t.textLength],
      foreignColumns: [documents.countyCode, documents.id, documents.textLength],
    }),
    check(
      "evidence_within_text",
      sql`0 <= ${t.startsAt} and ${t.startsAt} < ${t.endsAt} and ${t.endsAt} <= ${t.textLength}`,
    ),
  ],
)

/** What the machine read; a person decides. `ordinal` is the place in the report. */
export const candidates = pgTable(
  "candidates",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    evidenceId: uuid("evidence_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    metricId: metricId().references(() => metrics.id),
    kind: text("kind", { enum: candidateKinds }).notNull(),
    referenceYear: smallint("reference_year"),
    value: figure("value"),
    missing: text("missing", { enum: ["placeholder"] }),
    exactness: text("exactness", { enum: exactnesses }),
    low: figure("low"),
    high: figure("high"),
    classifier: text("classifier"),
    scope: text("scope"),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique("candidates_ordinal_unique").on(t.countyCode, t.reportId, t.ordinal),
    foreignKey({ columns: [t.countyCode, t.reportId], foreignColumns: [reports.countyCode, reports.id] }),
    index("candidates_evidence").on(t.countyCode, t.evidenceId),
    foreignKey({ columns: [t.countyCode, t.evidenceId], foreignColumns: [evidence.countyCode, evidence.id] }),
    check("candidates_value_or_missing", sql`(${t.value} is null) = (${t.missing} is not null)`),
    check("candidates_range", sql`(${t.low} is null) = (${t.high} is null)`),
  ],
)

/** What a person said of a candidate, in order; the last one holds. Two people cannot write the same number. */
export const decisions = pgTable(
  "decisions",
  {
    countyCode: countyCode(),
    candidateId: uuid("candidate_id").notNull(),
    sequence: smallint("sequence").notNull(),
    action: text("action", { enum: ["accept", "correct", "reject", "undo"] }).notNull(),
    value: figure("value"),
    exactness: text("exactness", { enum: exactnesses }),
    note: text("note"),
    decidedBy: actor("decided_by"),
    decidedAt: moment("decided_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.candidateId, t.sequence] }),
    foreignKey({
      columns: [t.countyCode, t.candidateId],
      foreignColumns: [candidates.countyCode, candidates.id],
    }),
    check("decisions_correct_has_value", sql`(${t.action} = 'correct') = (${t.value} is not null)`),
  ],
)

/** Something a person should look at. `params` fill the check's message. */
export const findings = pgTable(
  "findings",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    reportId: uuid("report_id").notNull(),
    checkName: text("check_name", { enum: checks }).notNull(),
    severity: text("severity", { enum: severities }).notNull(),
    params: jsonb("params").$type<Readonly<Record<string, string | number>>>().notNull(),
    startsAt: integer("starts_at"),
    endsAt: integer("ends_at"),
    quote: text("quote"),
    sentence: text("sentence"),
    heading: text("heading"),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index("findings_report").on(t.countyCode, t.reportId),
    foreignKey({ columns: [t.countyCode, t.reportId], foreignColumns: [reports.countyCode, reports.id] }),
    check("findings_place", sql`(${t.startsAt} is null) = (${t.endsAt} is null)`),
  ],
)
