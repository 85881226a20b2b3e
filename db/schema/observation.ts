import { sql } from "drizzle-orm"
import {
  check,
  foreignKey,
  index,
  integer,
  type PgColumn,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core"
import { exactnesses, missingReasons } from "@/catalogue/status"
import { candidates, evidence } from "@/db/schema/candidate"
import { actor, countyCode, figure, metricId, moment, townCode } from "@/db/schema/columns"
import { publications } from "@/db/schema/publication"
import { metrics, towns } from "@/db/schema/reference"

const figureColumns = () => ({
  countyCode: countyCode(),
  townCode: townCode(),
  metricId: metricId().references(() => metrics.id),
  referenceYear: smallint("reference_year").notNull(),
  version: smallint("version").notNull(),
  value: figure("value"),
  missing: text("missing", { enum: missingReasons }),
  exactness: text("exactness", { enum: exactnesses }),
  low: figure("low"),
  high: figure("high"),
  /** A bit for each of the catalogue's flags, in their order there. */
  flags: smallint("flags").notNull().default(0),
  /** Where it stands and its words, at most `longestQuote` characters of them, as the evidence has them, which never changes:
   * so that a chart reads one index and nothing else. */
  startsAt: integer("starts_at").notNull(),
  quote: text("quote").notNull(),
  evidenceId: uuid("evidence_id").notNull(),
  candidateId: uuid("candidate_id").notNull(),
  /** The publication that made this version, and the one that ended it. */
  publicationId: uuid("publication_id").notNull(),
  endedById: uuid("ended_by_id"),
  reason: text("reason"),
  recordedBy: actor("recorded_by"),
  recordedAt: moment("recorded_at").notNull().defaultNow(),
  /** When this version stopped counting; null while it does. Versions are kept for ever. */
  supersededAt: moment("superseded_at"),
})

type FigureTable = Record<keyof ReturnType<typeof figureColumns>, PgColumn>

const figureRules = (name: string, t: FigureTable) => [
  primaryKey({ columns: [t.countyCode, t.townCode, t.metricId, t.referenceYear, t.version] }),
  uniqueIndex(`${name}_one_current`)
    .on(t.countyCode, t.townCode, t.metricId, t.referenceYear)
    .where(sql`superseded_at is null`),
  // Migration 0011 has both hold what charts and counts read beside the key, which cannot be said here.
  index(`${name}_by_metric`)
    .on(t.metricId, t.countyCode, t.townCode, t.referenceYear)
    .where(sql`superseded_at is null`),
  index(`${name}_evidence`).on(t.countyCode, t.evidenceId),
  index(`${name}_candidate`).on(t.countyCode, t.candidateId),
  foreignKey({ columns: [t.countyCode, t.townCode], foreignColumns: [towns.countyCode, towns.code] }),
  foreignKey({ columns: [t.countyCode, t.evidenceId], foreignColumns: [evidence.countyCode, evidence.id] }),
  foreignKey({
    columns: [t.countyCode, t.candidateId],
    foreignColumns: [candidates.countyCode, candidates.id],
  }),
  foreignKey({
    columns: [t.countyCode, t.publicationId],
    foreignColumns: [publications.countyCode, publications.id],
  }),
  foreignKey({
    columns: [t.countyCode, t.endedById],
    foreignColumns: [publications.countyCode, publications.id],
  }),
  check(`${name}_value_or_missing`, sql`(${t.value} is null) = (${t.missing} is not null)`),
  check(`${name}_range`, sql`(${t.low} is null) = (${t.high} is null)`),
  check(`${name}_short_quote`, sql`char_length(${t.quote}) <= 200`),
  check(`${name}_superseded_later`, sql`${t.supersededAt} >= ${t.recordedAt}`),
]

/** A town's figure for a year, as it was decided and published. */
export const observations = pgTable("observations", figureColumns(), (t) => figureRules("observations", t))

/** What a town's plan promises for a year: the same shape, never mixed with results. */
export const targets = pgTable("targets", figureColumns(), (t) => figureRules("targets", t))
