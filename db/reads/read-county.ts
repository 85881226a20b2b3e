import { sql } from "drizzle-orm"
import { townOf } from "@/catalogue/divisions"
import { type MetricCode, metricOfId } from "@/catalogue/metric"
import type { OtherReport } from "@/checks/previous-year"
import type { Connection } from "@/db/connect"

const fewestTowns = 3

/** The reports of the county's other towns on a year that count, their first `longest` characters. */
export async function readOthers(
  db: Connection,
  townCode: number,
  year: number,
  longest: number,
): Promise<readonly OtherReport[]> {
  const rows = await db.execute<{ townCode: number; text: string }>(sql`
    select r.town_code as "townCode", substr(d.text, 1, ${longest}) as text from reports r
    join documents d on d.county_code = r.county_code and d.id = r.document_id
    where r.county_code = ${Math.floor(townCode / 1000)} and r.town_code <> ${townCode}
      and r.reference_year = ${year} and r.counts
    order by r.town_code`)
  return rows.map((row) => ({
    town: townOf(row.townCode)?.name ?? String(row.townCode),
    year,
    text: row.text,
  }))
}

/** How far a metric's usual values lie apart among a county's towns, all years together: a tenth of the range of the
 * towns' medians. Metrics that fewer than three towns state are left out. */
export async function readSpreads(
  db: Connection,
  countyCode: number,
): Promise<ReadonlyMap<MetricCode, number>> {
  const rows = await db.execute<{ metricId: number; spread: number }>(sql`
    select metric_id as "metricId", ((max(usual) - min(usual)) / 10)::float8 as spread from (
      select metric_id, town_code, percentile_cont(0.5) within group (order by value::float8) as usual
      from observations
      where county_code = ${countyCode} and superseded_at is null and value is not null
      group by metric_id, town_code
    ) as usual_values
    group by metric_id having count(*) >= ${fewestTowns} and max(usual) > min(usual)`)
  return new Map(
    rows.flatMap(({ metricId, spread }) => {
      const metric = metricOfId(metricId)
      return metric ? [[metric.code, spread] as const] : []
    }),
  )
}
