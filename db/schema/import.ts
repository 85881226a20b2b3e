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
  uuid,
} from "drizzle-orm/pg-core"
import { actor, bytes, moment } from "@/db/schema/columns"

/** What becomes of a file of an import, in order. `unpacked` is an archive whose files are items of their own. */
export const itemStates = [
  "waiting",
  "reading",
  "question",
  "imported",
  "duplicate",
  "refused",
  "unpacked",
] as const
export type ItemState = (typeof itemStates)[number]

/** An import of one or many files: who began it, for which county. It belongs to the office, not to a town. */
export const importJobs = pgTable("import_jobs", {
  id: uuid("id").primaryKey(),
  /** The county that settled double names when it began; null where none was chosen. */
  region: integer("region"),
  /** The account's id, and the name that it had. */
  createdById: actor("created_by_id"),
  createdBy: actor("created_by"),
  createdAt: moment("created_at").notNull().defaultNow(),
})

/** One file of an import. Its bytes are kept until it is decided; afterwards the document holds them, or nobody does. A
 * process that reads it holds it until `claimedUntil`, and prolongs that while it lives. */
export const importItems = pgTable(
  "import_items",
  {
    jobId: uuid("job_id").notNull(),
    ordinal: integer("ordinal").notNull(),
    /** As the person named it, with its folders or the archive it came in; for display only. */
    fileName: text("file_name").notNull(),
    size: integer("size").notNull(),
    bytes: bytes("bytes"),
    state: text("state", { enum: itemStates }).notNull().default("waiting"),
    claimedBy: uuid("claimed_by"),
    claimedUntil: moment("claimed_until"),
    attempts: smallint("attempts").notNull().default(0),
    /** What the person answered, and what came of the file: see services/import-item.ts. */
    answers: jsonb("answers").notNull().default({}),
    outcome: jsonb("outcome"),
    finishedAt: moment("finished_at"),
  },
  (t) => [
    primaryKey({ columns: [t.jobId, t.ordinal] }),
    foreignKey({ columns: [t.jobId], foreignColumns: [importJobs.id] }),
    index("import_items_open").on(t.state).where(sql`state in ('waiting', 'reading')`),
    check(
      "import_items_bytes",
      sql`${t.bytes} is not null or ${t.state} not in ('waiting', 'reading', 'question')`,
    ),
    check("import_items_claim", sql`(${t.state} = 'reading') = (${t.claimedBy} is not null)`),
    check(
      "import_items_finished",
      sql`(${t.finishedAt} is null) = (${t.state} in ('waiting', 'reading', 'question'))`,
    ),
  ],
)
