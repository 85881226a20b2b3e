import { sql } from "drizzle-orm"
import { check, foreignKey, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core"
import { actor, countyCode, moment, townCode } from "@/db/schema/columns"
import { reports } from "@/db/schema/report"

/** That a town's figures of a year were published, or revised: who, when, from which version of the report, and, from the
 * second time on, why. Decisions become observations here and nowhere else. */
export const publications = pgTable(
  "publications",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    townCode: townCode(),
    referenceYear: smallint("reference_year").notNull(),
    sequence: smallint("sequence").notNull(),
    reportId: uuid("report_id").notNull(),
    reason: text("reason"),
    publishedById: actor("published_by_id"),
    publishedBy: actor("published_by"),
    publishedAt: moment("published_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique("publications_sequence_unique").on(t.countyCode, t.townCode, t.referenceYear, t.sequence),
    foreignKey({ columns: [t.countyCode, t.reportId], foreignColumns: [reports.countyCode, reports.id] }),
    check("publications_reason", sql`(${t.sequence} = 1) = (${t.reason} is null)`),
  ],
)
