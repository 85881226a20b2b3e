import { index, integer, numeric, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core"
import { countyCode, metricId } from "@/db/schema/columns"
import { metrics } from "@/db/schema/reference"

/** The published values of a metric and year added up: a row a county, and a row a province, whose official 6-digit code
 * (330000) stands in the county's place. A trigger on observations keeps them. */
export const divisionTotals = pgTable(
  "division_totals",
  {
    countyCode: countyCode(),
    metricId: metricId().references(() => metrics.id),
    referenceYear: smallint("reference_year").notNull(),
    total: numeric("total").notNull(),
    /** Towns with a value, and towns with the reason why there is none. */
    stated: integer("stated").notNull(),
    missing: integer("missing").notNull(),
    /** Of the stated, those that are said to be over, under or about their value. */
    over: integer("said_over").notNull(),
    under: integer("said_under").notNull(),
    about: integer("said_about").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.metricId, t.referenceYear] }),
    index("division_totals_by_metric").on(t.metricId, t.referenceYear, t.countyCode),
  ],
)
