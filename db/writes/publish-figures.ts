import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { cutQuote } from "@/catalogue/quote"
import { flags } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { type FigureChange, figureTables, type ReportKey } from "@/db/reads/list-changes"
import { arrayOf, texts } from "@/db/reads/list-of"
import { publications } from "@/db/schema/publication"

const revised = 1 << flags.indexOf("revised")

/** A publication: the first of a town and year has no reason, each later one has. */
export type NewPublication = {
  sequence: number
  reason: string | null
  actor: { id: string; name: string }
}

/**
 * Publishes the changes of a report: each ends the version that its cell had and begins the next. A version whose figure
 * differs from an earlier one is marked revised. The caller holds a lock on the town's report. A sequence that is taken
 * violates a unique constraint.
 */
export async function publishFigures(
  tx: Connection,
  report: ReportKey,
  changes: readonly FigureChange[],
  { sequence, reason, actor }: NewPublication,
): Promise<void> {
  const { countyCode, townCode, year, reportId } = report
  const id = randomUUID()
  // Versions follow one another also where the clock was moved back.
  const [moment] = await tx.execute<{ at: string }>(sql`
    select greatest(clock_timestamp(), max(published_at) + interval '1 microsecond')::text as at from publications
    where county_code = ${countyCode} and town_code = ${townCode}`)
  const publishedAt = sql`${moment?.at ?? null}::timestamptz`
  await tx.insert(publications).values({
    ...{ countyCode, id, townCode, referenceYear: year, sequence, reportId, reason },
    ...{ publishedById: actor.id, publishedBy: actor.name, publishedAt },
  })
  for (const kind of ["result", "target"] as const) {
    const table = figureTables[kind]
    const ofKind = changes.filter((change) => change.kind === kind)
    if (ofKind.length === 0) continue
    const cells = sql`unnest(${arrayOf(ofKind.map(({ metricId }) => metricId))},
      ${arrayOf(ofKind.map(({ referenceYear }) => referenceYear))}) as cell(metric_id, reference_year)`
    await tx.execute(sql`
      update ${table} f set superseded_at = ${publishedAt}, ended_by_id = ${id} from ${cells}
      where f.county_code = ${countyCode} and f.town_code = ${townCode} and f.superseded_at is null
        and f.metric_id = cell.metric_id and f.reference_year = cell.reference_year`)
    const begun = ofKind.flatMap(({ after, ...change }) => (after ? [{ ...change, after }] : []))
    const column = (of: (change: (typeof begun)[number]) => string | number | null) => texts(begun.map(of))
    const isRevised = ({ version, before, after }: (typeof begun)[number]) =>
      version > 0 && (before?.value !== after.value || before.exactness !== after.exactness)
    if (begun.length > 0)
      await tx.execute(sql`
        insert into ${table} (county_code, town_code, metric_id, reference_year, version, value, missing, exactness, low, high,
          flags, starts_at, quote, evidence_id, candidate_id, publication_id, reason, recorded_by, recorded_at)
        select ${countyCode}, ${townCode}, metric_id, reference_year, version, value, missing, exactness, low, high, flags,
          starts_at, quote, evidence_id, candidate_id, ${id}::uuid, reason, ${actor.name}::text, ${publishedAt}
        from unnest(${column(({ metricId }) => metricId)}::smallint[],
          ${column(({ referenceYear }) => referenceYear)}::smallint[],
          ${column(({ version }) => version + 1)}::smallint[], ${column(({ after }) => after.value)}::numeric[],
          ${column(({ after }) => after.missing)}::text[], ${column(({ after }) => after.exactness)}::text[],
          ${column(({ after }) => after.low)}::numeric[], ${column(({ after }) => after.high)}::numeric[],
          ${column((change) => (isRevised(change) ? revised : 0))}::smallint[],
          ${column(({ after }) => after.start)}::integer[], ${column(({ after }) => cutQuote(after.quote))}::text[],
          ${column(({ after }) => after.evidenceId)}::uuid[], ${column(({ after }) => after.candidateId)}::uuid[],
          ${column(({ after }) => after.note)}::text[]) as figure(metric_id, reference_year, version, value, missing,
          exactness, low, high, flags, starts_at, quote, evidence_id, candidate_id, reason)`)
  }
}
