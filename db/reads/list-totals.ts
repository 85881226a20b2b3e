import { type SQL, sql } from "drizzle-orm"
import type { MetricCode } from "@/catalogue/metric"
import { metricOf, metricOfId } from "@/catalogue/metric"
import { ask } from "@/db/ask"
import type { Connection } from "@/db/connect"
import { arrayOf } from "@/db/reads/list-of"

/** Divisions that totals are of, each by its official code: the nation (0), provinces (2 digits), prefectures (4), counties (6). */
export const divisionLevels = ["nation", "province", "prefecture", "county"] as const
export type DivisionLevel = (typeof divisionLevels)[number]

export type TotalQuery = {
  level: DivisionLevel
  /** What lies under the divisions: provinces by two digits for the nation and provinces, else counties. */
  parts: readonly number[]
  metrics: readonly MetricCode[]
  years: { from: number; to: number }
}

/** What the published values of a division add up to, and what they rest on. `over`, `under` and `about` count the inexact. */
export type DivisionTotal = {
  code: number
  metric: MetricCode
  year: number
  total: number
  stated: number
  missing: number
  over: number
  under: number
  about: number
}
/** Quartiles of the published values of a division's towns. */
export type DivisionQuartiles = {
  code: number
  metric: MetricCode
  year: number
  quartiles: readonly number[]
}

const isOfProvinces = (level: DivisionLevel) => level === "nation" || level === "province"
/** The rows that are kept for a division stand under these codes. */
const keptAs = ({ level, parts }: TotalQuery) =>
  isOfProvinces(level) ? parts.map((code) => code * 10_000) : parts

const divisionOf = (level: DivisionLevel, county: SQL): SQL =>
  ({
    nation: sql`0`,
    province: sql`${county} / 10000`,
    prefecture: sql`${county} / 100`,
    county,
  })[level]

type Found = { metricId: number }
const named = <Row extends Found>(rows: readonly Row[]) =>
  rows.flatMap(({ metricId, ...row }) => {
    const metric = metricOfId(metricId)
    return metric ? [{ ...row, metric: metric.code }] : []
  })

/** Totals from what the triggers have added up, each part and metric looked up for itself (`offset 0` keeps the planner from
 * reading all metrics of the parts); a division, metric and year without any published cell is left out. */
export async function listTotals(tx: Connection, query: TotalQuery): Promise<DivisionTotal[]> {
  if (query.parts.length === 0) return []
  const { metrics, years, level } = query
  const rows = await ask<Omit<DivisionTotal, "metric"> & Found>(
    tx,
    sql`
    select ${divisionOf(level, sql`county_code`)} as code, metric_id as "metricId", reference_year as year,
      sum(total)::float8 as total, sum(stated)::int as stated, sum(missing)::int as missing,
      sum(said_over)::int as over, sum(said_under)::int as under, sum(said_about)::int as about
    from unnest(${arrayOf(keptAs(query))}) as part, unnest(${arrayOf(metrics.map((code) => metricOf(code).id))}) as asked,
      lateral (select * from division_totals where county_code = part and metric_id = asked
        and reference_year between ${years.from} and ${years.to} offset 0) kept
    group by 1, metric_id, reference_year order by 1, metric_id, reference_year`,
  )
  return named(rows)
}

/** Lower quartile, median and upper quartile, interpolated as QUARTILE.INC does. */
export async function listQuartiles(tx: Connection, query: TotalQuery): Promise<DivisionQuartiles[]> {
  const { parts, metrics, years, level } = query
  const [first, last] = [Math.min(...parts), Math.max(...parts)]
  if (parts.length === 0) return []
  const counties = isOfProvinces(level) ? 10_000 : 1
  const rows = await ask<Omit<DivisionQuartiles, "metric"> & Found>(
    tx,
    sql`
    select ${divisionOf(level, sql`county_code`)} as code, metric_id as "metricId", reference_year as year,
      to_json(percentile_cont(array[0.25, 0.5, 0.75]) within group (order by value::float8)) as quartiles
    from observations
    where metric_id = any (${arrayOf(metrics.map((code) => metricOf(code).id))}) and reference_year between ${years.from} and ${years.to}
      and county_code between ${first * counties} and ${last * counties + counties - 1} and superseded_at is null and value is not null
    group by 1, metric_id, reference_year`,
  )
  return named(rows)
}
