import { allCounties, firstInventedCode, townsOfCounty } from "@/catalogue/divisions"
import { type MetricCode, metricOf } from "@/catalogue/metric"
import type { County } from "@/catalogue/town"
import type { Connection } from "@/db/connect"
import { type DivisionLevel, listQuartiles, listTotals, type TotalQuery } from "@/db/reads/list-totals"
import type { Row } from "@/services/api/rows"
import { combineExactness } from "@/statistics/combine-exactness"

type Division = { code: number; name: string; towns: number; parts: readonly number[] }

const ofCounty: Readonly<
  Record<DivisionLevel, (county: County) => { code: number; name: string; part: number }>
> = {
  nation: ({ provinceCode }) => ({ code: 0, name: "全国", part: provinceCode }),
  province: ({ provinceCode, provinceName }) => ({
    code: provinceCode,
    name: provinceName,
    part: provinceCode,
  }),
  prefecture: ({ cityCode, cityName, code }) => ({ code: cityCode, name: cityName, part: code }),
  county: ({ code, name }) => ({ code, name, part: code }),
}

/** The divisions of a level under some counties, in code order. Without any named, all real ones. */
export function divisionsUnder(
  level: DivisionLevel,
  counties: readonly number[] | undefined,
): readonly Division[] {
  const wanted = counties && new Set(counties)
  const found = new Map<number, { name: string; towns: number; parts: Set<number> }>()
  for (const county of allCounties()) {
    if (wanted ? !wanted.has(county.code) : county.code >= firstInventedCode) continue
    const { code, name, part } = ofCounty[level](county)
    const division = found.get(code) ?? { name, towns: 0, parts: new Set<number>() }
    found.set(code, division)
    division.towns += townsOfCounty(county.code).length
    division.parts.add(part)
  }
  return [...found]
    .map(([code, { name, towns, parts }]) => ({ code, name, towns, parts: [...parts] }))
    .sort((a, b) => a.code - b.code)
}

/** What is asked of totals, once the divisions of the page are known. */
export type TotalsAsked = {
  level: DivisionLevel
  divisions: readonly Division[]
  metrics: readonly MetricCode[]
  years: { from: number | null; to: number | null }
  quartiles: boolean
}

/** A row a division, metric and year, from the first to the last year that any of them has figures of. */
export async function listTotalRows(tx: Connection, asked: TotalsAsked): Promise<Row<"totals">[]> {
  const { level, divisions, metrics, years } = asked
  const query: TotalQuery = {
    ...{ level, metrics, parts: divisions.flatMap(({ parts }) => parts) },
    years: { from: years.from ?? 0, to: years.to ?? 9999 },
  }
  const [totals, spreads] = await Promise.all([
    listTotals(tx, query),
    asked.quartiles ? listQuartiles(tx, query) : [],
  ])
  const reached = totals.map(({ year }) => year)
  const [from, to] = [years.from ?? Math.min(...reached), years.to ?? Math.max(...reached)]
  if (!Number.isFinite(from + to)) return []
  const keyOf = (code: number, metric: MetricCode, year: number) => `${code}/${metric}/${year}`
  const found = new Map(totals.map((row) => [keyOf(row.code, row.metric, row.year), row]))
  const spread = new Map(spreads.map((row) => [keyOf(row.code, row.metric, row.year), row.quartiles]))
  const axis = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
  return divisions.flatMap(({ code, name, towns }) =>
    metrics.flatMap((metric) =>
      axis.map((year) => {
        const { total = 0, stated = 0, missing = 0, ...said } = found.get(keyOf(code, metric, year)) ?? {}
        const [lower = null, median = null, upper = null] = spread.get(keyOf(code, metric, year)) ?? []
        return {
          ...{
            code,
            name,
            level,
            metric,
            unit: metricOf(metric).unit === "万元" ? "元" : metricOf(metric).unit,
            year,
          },
          ...{ value: stated === 0 ? null : total, exactness: exactnessOf(stated, said) },
          ...{ stated, missing, towns, lower, median, upper },
        }
      }),
    ),
  )
}

function exactnessOf(stated: number, said: { over?: number; under?: number; about?: number }) {
  const inexact = (["over", "under", "about"] as const).filter((each) => (said[each] ?? 0) > 0)
  const exact = stated > 0 && inexact.length === 0 ? (["exact"] as const) : []
  return combineExactness([...inexact, ...exact])
}
