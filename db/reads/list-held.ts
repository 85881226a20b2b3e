import { sql } from "drizzle-orm"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { arrayOf } from "@/db/reads/list-of"

/** That a report is held and counts, which is no figure: every reader of figures may know it. */
export type HeldReport = {
  townCode: number
  year: number
  version: number
  publishedOn: string | null
  /** Whether its figures were published, if any. */
  published: boolean
}

/** The reports of a county that count, newest year first. */
export function listHeld(tx: Connection, countyCode: number): Promise<HeldReport[]> {
  return listHeldOf(tx, [countyCode])
}

/** The same of several counties, one after the other. */
export function listHeldOf(tx: Connection, counties: readonly number[]): Promise<HeldReport[]> {
  return ask<HeldReport>(
    tx,
    sql`
    select town_code as "townCode", reference_year as year, version, published_on::text as "publishedOn",
      published
    from unnest(${arrayOf(counties)}) as county, held_reports(county)
    order by county, reference_year desc, town_code`,
  )
}

/** The counties that hold reports, with how many. */
export async function listCounties(tx: Connection): Promise<{ countyCode: number; reports: number }[]> {
  return ask(tx, sql`select county_code as "countyCode", reports from held_counties() order by county_code`)
}
