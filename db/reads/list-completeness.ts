import { sql } from "drizzle-orm"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { arrayOf } from "@/db/reads/list-of"

/** How many cells of a town and year are published with a value, and how many with the reason why there is none. */
export type PublishedCells = { townCode: number; year: number; stated: number; missing: number }

/** Counts the published cells of the towns; a town and year without any is left out. */
export async function listCompleteness(
  tx: Connection,
  towns: readonly number[],
  years: { from: number; to: number },
): Promise<PublishedCells[]> {
  if (towns.length === 0) return []
  const counties = [...new Set(towns.map((code) => Math.floor(code / 1000)))]
  return ask<PublishedCells>(
    tx,
    sql`
    select town_code as "townCode", reference_year as year, count(*) filter (where missing is null)::int as stated, count(missing)::int as missing
    from observations
    where county_code = any (${arrayOf(counties)}) and town_code = any (${arrayOf(towns)}) and superseded_at is null
      and reference_year between ${years.from} and ${years.to}
    group by town_code, reference_year`,
  )
}
