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

/** The counties that hold reports, with how many, and which revision of their data this is, in readRevision's words. A database
 * that is spread by county joins only what it has brought together. */
export function listCounties(
  tx: Connection,
): Promise<{ countyCode: number; reports: number; revision: string }[]> {
  return ask(
    tx,
    sql`
    with revisions as materialized (select county_code, revision from data_revisions),
      held as materialized (select county_code, reports from held_counties())
    select county_code as "countyCode", reports, 'data_revisions'::regclass::oid || ':' || coalesce(revision, 0) as revision
    from held left join revisions using (county_code)
    order by county_code`,
  )
}
