import { metricOf } from "@/catalogue/metric"
import { metrics } from "@/catalogue/metrics"
import type { Town } from "@/catalogue/town"
import type { Connection } from "@/db/connect"
import { listCompleteness } from "@/db/reads/list-completeness"
import { listFindings } from "@/db/reads/list-findings"
import type { HeldReport as KnownReport } from "@/db/reads/list-held"
import { listObservations } from "@/db/reads/list-observations"
import { listTargets } from "@/db/reads/list-targets"
import { sdmxStatus } from "@/exports/sdmx-status"
import type { Asked, ResourceName } from "@/services/api/parameters"
import type { Row } from "@/services/api/rows"
import { describeFinding } from "@/services/describe-finding"
import { buildSeries } from "@/statistics/build-series"
import type { Point } from "@/statistics/series"

const countiesOf = (towns: readonly number[]) => [...new Set(towns.map((code) => Math.floor(code / 1000)))]
const cellKey = (town: number, year: number) => `${town}/${year}`
const within = (years: { from: number; to: number }, year: number) => year >= years.from && year <= years.to

/** Written out: a county's series has hundreds of these. */
function cellOf(point: Point) {
  const { value, reviewed, evidence } = point
  const isStated = value !== null
  return {
    value,
    missing: isStated ? null : point.reason,
    exactness: isStated ? point.exactness : null,
    low: isStated ? point.low : null,
    high: isStated ? point.high : null,
    flags: isStated ? [...point.flags] : [],
    reviewed,
    status: sdmxStatus(point),
    evidence: evidence?.passage
      ? {
          start: evidence.start,
          quote: evidence.quote,
          end: evidence.passage.end,
          sentence: evidence.passage.sentence,
        }
      : null,
  }
}

/** The reports of those towns and years, and which years that leaves of those that were asked for: from the first to the last
 * with a report where an end was left open. Null for none. */
type Held = { held: readonly KnownReport[]; years: { from: number; to: number } | null }

/** How the rows of each resource are found for a page of towns, in their order. The reports are on their way, so that one need
 * not be read before the other. */
type Lists = {
  [Name in Exclude<ResourceName, "metrics" | "towns" | "totals">]: (
    tx: Connection,
    asked: Asked,
    known: Promise<Held>,
  ) => Promise<Row<Name>[]>
}

export const lists: Lists = {
  async reports(_, __, known) {
    return (await known).held.map(({ townCode, year, version, publishedOn, published }) => ({
      ...{ town: townCode, year, version, publishedOn, published: published ?? false },
    }))
  },

  async series(tx, { metrics: asked, ...query }, known) {
    const { towns } = query
    const [observations, { held, years }] = await Promise.all([
      listObservations(tx, { ...query, metrics: asked ?? [], sentences: true }),
      known,
    ])
    if (!years) return []
    return (asked ?? []).flatMap((metric) =>
      buildSeries(observations, { metric, towns, years, held }).map(({ townCode, points }) => ({
        ...{ town: townCode, metric, unit: unitOf(metric) },
        points: points.map((point) => ({ year: point.year, ...cellOf(point) })),
      })),
    )
  },

  async observations(tx, { metrics: asked, ...query }, known) {
    const { years } = await known
    if (!years) return []
    const found = await listObservations(tx, {
      ...{ ...query, years, sentences: true },
      ...(asked ? { metrics: asked } : {}),
    })
    const byPlace = (a: { town: number; year: number }, b: { town: number; year: number }) =>
      a.town - b.town || a.year - b.year
    return found
      .flatMap(({ townCode, metric, year, version, ...cell }) => {
        const scope = { metric, towns: [townCode], years: { from: year, to: year }, held: [] }
        const point = buildSeries([{ townCode, metric, year, version, ...cell }], scope)[0]?.points[0]
        return point ? [{ town: townCode, metric, year, version, ...cellOf(point) }] : []
      })
      .sort((a, b) => byPlace(a, b) || metricOf(a.metric).id - metricOf(b.metric).id)
  },

  async targets(tx, asked, known) {
    const { years } = await known
    if (!years) return []
    const all = []
    for (const county of countiesOf(asked.towns)) {
      const towns = asked.towns.filter((code) => Math.floor(code / 1000) === county)
      all.push(...(await listTargets(tx, county, towns)))
    }
    return all
      .filter(({ year, metric }) => within(years, year) && (asked.metrics?.includes(metric) ?? true))
      .map(({ townCode, start: _, ...target }) => ({ town: townCode, ...target }))
      .sort((a, b) => a.town - b.town)
  },

  async findings(tx, asked, known) {
    const { years } = await known
    const found = years ? await listFindings(tx, asked.towns, years) : []
    return found.map(({ townCode, params, ...finding }) => ({
      ...{ town: townCode, ...finding, message: describeFinding({ check: finding.check, params }, "zh") },
    }))
  },

  async completeness(tx, asked, known) {
    const [cells, { held, years: ends }] = await Promise.all([
      listCompleteness(tx, asked.towns, asked.years),
      known,
    ])
    if (!ends) return []
    const counted = new Map(cells.map((row) => [cellKey(row.townCode, row.year), row]))
    const reports = new Map(held.map((row) => [cellKey(row.townCode, row.year), row]))
    const years = Array.from({ length: ends.to - ends.from + 1 }, (_, index) => ends.from + index)
    return asked.towns.flatMap((town) =>
      years.map((year) => {
        const { stated = 0, missing = 0 } = counted.get(cellKey(town, year)) ?? {}
        const report = reports.get(cellKey(town, year))
        const published = report?.published ?? false
        const notStated = published ? metrics.length - stated - missing : 0
        return { town, year, held: report !== undefined, published, stated, missing, notStated }
      }),
    )
  },
}

const unitOf = (code: Parameters<typeof metricOf>[0]) => {
  const { unit } = metricOf(code)
  return unit === "万元" ? "元" : unit
}

/** What the asked towns and years hold of the reports of their counties; an end that is null is open. */
export async function findHeld(
  all: Promise<readonly KnownReport[]>,
  towns: readonly number[],
  { from, to }: { from: number | null; to: number | null },
): Promise<Held> {
  const wanted = new Set(towns)
  const isWithin = (year: number) => year >= (from ?? year) && year <= (to ?? year)
  const held = (await all).filter(({ townCode, year }) => wanted.has(townCode) && isWithin(year))
  const reached = held.map(({ year }) => year)
  const years = { from: from ?? Math.min(...reached), to: to ?? Math.max(...reached) }
  return { held, years: Number.isFinite(years.from + years.to) && years.from <= years.to ? years : null }
}

export const townRow = ({ code, name, kind, countyCode }: Town): Row<"towns"> => ({
  ...{ code, name, kind, county: countyCode },
})

export const metricRows = (): Row<"metrics">[] =>
  metrics.map(({ id: _, classifiers, ...metric }) => ({ ...metric, classifiers: [...classifiers] }))
