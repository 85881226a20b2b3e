import { customType, integer, numeric, smallint, text, timestamp } from "drizzle-orm/pg-core"

/** The county comes first in the key of whatever hangs on a town: the distribution column of a larger installation. */
export const countyCode = () => integer("county_code").notNull()
export const townCode = () => integer("town_code").notNull()
export const metricId = () => smallint("metric_id").notNull()
/** Exact decimal: money in yuan, rates in percent, counts. */
export const figure = (name: string) => numeric(name, { mode: "number" })
export const actor = (name: string) => text(name).notNull()
export const moment = (name: string) => timestamp(name, { withTimezone: true })

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" })
