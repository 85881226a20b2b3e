import { sql } from "drizzle-orm"
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { actor, bytes, countyCode, moment, townCode } from "@/db/schema/columns"
import { towns } from "@/db/schema/reference"
import type { Unclaimed } from "@/extraction/candidate"
import type { Section } from "@/extraction/report"

/** A file as it came, and the text that every offset refers to. `textLength` counts UTF-16 units, as offsets do. */
export const documents = pgTable(
  "documents",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    sha256: text("sha256").notNull(),
    fileName: text("file_name").notNull(),
    reader: text("reader").notNull(),
    encoding: text("encoding").notNull(),
    bytes: bytes("bytes").notNull(),
    text: text("text").notNull(),
    textLength: integer("text_length").notNull(),
    importedBy: actor("imported_by"),
    importedAt: moment("imported_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique("documents_sha256_unique").on(t.countyCode, t.sha256),
    unique("documents_length_unique").on(t.countyCode, t.id, t.textLength),
    check("documents_text_length", sql`${t.textLength} > 0`),
  ],
)

/** One version of a town's report on a year. Of several versions at most one counts. */
export const reports = pgTable(
  "reports",
  {
    countyCode: countyCode(),
    id: uuid("id").notNull(),
    documentId: uuid("document_id").notNull(),
    townCode: townCode(),
    referenceYear: smallint("reference_year").notNull(),
    version: smallint("version").notNull(),
    counts: boolean("counts").notNull(),
    title: text("title"),
    issuer: text("issuer"),
    indexNumber: text("index_number"),
    publishedOn: date("published_on", { mode: "string" }),
    sections: jsonb("sections").$type<readonly Section[]>().notNull(),
    unclaimed: jsonb("unclaimed").$type<readonly Unclaimed[]>().notNull(),
    importedBy: actor("imported_by"),
    importedAt: moment("imported_at").notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    unique("reports_version_unique").on(t.countyCode, t.townCode, t.referenceYear, t.version),
    index("reports_document").on(t.countyCode, t.documentId),
    uniqueIndex("reports_one_counts").on(t.countyCode, t.townCode, t.referenceYear).where(sql`counts`),
    foreignKey({
      columns: [t.countyCode, t.documentId],
      foreignColumns: [documents.countyCode, documents.id],
    }),
    foreignKey({ columns: [t.countyCode, t.townCode], foreignColumns: [towns.countyCode, towns.code] }),
    check("reports_year", sql`${t.referenceYear} between 1990 and 2100`),
  ],
)
