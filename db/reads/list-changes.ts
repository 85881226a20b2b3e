import { type SQL, sql } from "drizzle-orm"
import type { Exactness, MissingReason } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { observations, targets } from "@/db/schema/observation"

/** Results become observations, promises of the plan become targets. */
export const figureTables = { result: observations, target: targets } as const
export type FigureKind = keyof typeof figureTables

/** A figure with what it rests on. */
export type Figure = {
  value: number | null
  missing: MissingReason | null
  exactness: Exactness | null
  low: number | null
  high: number | null
  candidateId: string
  evidenceId: string
  start: number
  quote: string
}

/** A cell of a town whose decided figure is not the published one. `before` null: not published yet; `after` null: it is
 * no figure any more. `version` is the newest that the cell ever had, 0 for none. */
export type FigureChange = {
  kind: FigureKind
  metricId: number
  referenceYear: number
  before: Figure | null
  after: (Figure & { note: string | null }) | null
  version: number
}

/** Which report: one version of a town's report on a year. */
export type ReportKey = { countyCode: number; townCode: number; year: number; reportId: string }

type Row = {
  kind: FigureKind
  metricId: number
  referenceYear: number
  version: number
  note: string | null
  candidateId: string
  evidenceId: string
  quote: string
  documentId: string
  startsAt: number
  endsAt: number
  value: string | null
  missing: MissingReason | null
  exactness: Exactness | null
  low: string | null
  high: string | null
}

/**
 * What publishing a report would change: its decided figures against the published ones of the same cells. Of several
 * readings of a cell the one decided last holds. A cell that a report on a later year has published since stays that
 * report's. The same words at the same place of the same document are no change.
 */
export async function listChanges(tx: Connection, report: ReportKey): Promise<FigureChange[]> {
  const changes: FigureChange[] = []
  for (const kind of ["result", "target"] as const) {
    const draft = byCell(await tx.execute<Row>(draftOf(report, kind)))
    const published = byCell(await tx.execute<Row>(publishedOf(report, kind)))
    const versions = byCell(await tx.execute<Row>(versionsOf(report, kind)))
    const later = new Set([...versions].filter(([, row]) => row.note === "later").map(([key]) => key))
    for (const key of new Set([...published.keys(), ...draft.keys()])) {
      const [before, after] = [published.get(key), draft.get(key)]
      const row = after ?? before
      if (!row || later.has(key) || isSame(before, after)) continue
      changes.push({
        ...{ kind, metricId: row.metricId, referenceYear: row.referenceYear },
        before: before ? figureOf(before) : null,
        after: after ? { ...figureOf(after), note: after.note } : null,
        version: versions.get(key)?.version ?? 0,
      })
    }
  }
  return changes
}

const shown = sql`e.quote, e.document_id as "documentId", e.starts_at as "startsAt", e.ends_at as "endsAt"`

const draftOf = ({ countyCode, year, reportId }: ReportKey, kind: FigureKind): SQL => sql`
  select distinct on ("metricId", "referenceYear") * from (select
    c.metric_id as "metricId", coalesce(c.reference_year, ${year})::int as "referenceYear", d.decided_at, c.ordinal,
    c.id as "candidateId", c.evidence_id as "evidenceId", ${shown}, d.note,
    case when d.action = 'correct' then d.value else c.value end as value,
    case when d.action = 'correct' then null else c.missing end as missing,
    case when d.action = 'correct' then coalesce(d.exactness, 'exact') else c.exactness end as exactness,
    case when d.action = 'correct' then null else c.low end as low,
    case when d.action = 'correct' then null else c.high end as high
  from candidates c
  join evidence e on e.county_code = c.county_code and e.id = c.evidence_id
  join lateral (
    select * from decisions d where d.county_code = ${countyCode} and d.candidate_id = c.id
    order by d.sequence desc limit 1
  ) d on d.action in ('accept', 'correct')
  where c.county_code = ${countyCode} and c.report_id = ${reportId} and c.kind = ${kind}) decided
  order by "metricId", "referenceYear", decided_at desc, ordinal desc`

/** The published cells that any version of this town and year's report gave. */
const publishedOf = ({ countyCode, townCode, year }: ReportKey, kind: FigureKind): SQL => sql`
  select f.metric_id as "metricId", f.reference_year as "referenceYear", f.candidate_id as "candidateId",
    f.evidence_id as "evidenceId", ${shown}, f.value, f.missing, f.exactness, f.low, f.high
  from ${figureTables[kind]} f
  join publications p on p.county_code = f.county_code and p.id = f.publication_id and p.reference_year = ${year}
  join evidence e on e.county_code = f.county_code and e.id = f.evidence_id
  where f.county_code = ${countyCode} and f.town_code = ${townCode} and f.superseded_at is null`

/** The newest version of each cell of the town; `note` is "later" where a report on a later year gave the one that holds. */
const versionsOf = ({ countyCode, townCode, year }: ReportKey, kind: FigureKind): SQL => sql`
  select f.metric_id as "metricId", f.reference_year as "referenceYear", max(f.version)::int as version,
    case when bool_or(f.superseded_at is null and p.reference_year > ${year}) then 'later' end as note
  from ${figureTables[kind]} f
  join publications p on p.county_code = f.county_code and p.id = f.publication_id
  where f.county_code = ${countyCode} and f.town_code = ${townCode}
  group by f.metric_id, f.reference_year`

const byCell = (rows: readonly Row[]) =>
  new Map(rows.map((row) => [`${row.metricId}/${row.referenceYear}`, row]))

const number = (text: string | null) => (text === null ? null : Number(text))

function figureOf(row: Row): Figure {
  const { missing, exactness, candidateId, evidenceId, startsAt: start, quote } = row
  const [value, low, high] = [row.value, row.low, row.high].map(number)
  return {
    ...{ value: value ?? null, missing, exactness, low: low ?? null, high: high ?? null },
    ...{ candidateId, evidenceId, start, quote },
  }
}

function isSame(before: Row | undefined, after: Row | undefined): boolean {
  if (!before || !after) return false
  const facts = (row: Row) => {
    const { value, low, high } = figureOf(row)
    return JSON.stringify([value, low, high, row.missing, row.exactness, placeOf(row)])
  }
  return facts(before) === facts(after)
}

const placeOf = ({ documentId, startsAt, endsAt }: Row) => `${documentId}/${startsAt}/${endsAt}`
