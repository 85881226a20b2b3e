import { randomUUID } from "node:crypto"
import { and, eq, isNull, or, sql } from "drizzle-orm"
import { flags } from "@/catalogue/status"
import type { Connection } from "@/db/connect"
import { type FigureChange, figureTables, type ReportKey } from "@/db/reads/list-changes"
import { publications } from "@/db/schema/publication"
import { inChunks } from "@/db/writes/in-chunks"

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
    const cells = ofKind.map(({ metricId, referenceYear }) =>
      and(eq(table.metricId, metricId), eq(table.referenceYear, referenceYear)),
    )
    const ofTown = and(eq(table.countyCode, countyCode), eq(table.townCode, townCode))
    if (cells.length > 0)
      await tx
        .update(table)
        .set({ supersededAt: publishedAt, endedById: id })
        .where(and(ofTown, isNull(table.supersededAt), or(...cells)))
    const rows = ofKind.flatMap(({ metricId, referenceYear, before, after, version }) => {
      if (!after) return []
      const { note, quote: _, ...figure } = after
      const isRevised =
        version > 0 && (before?.value !== figure.value || before.exactness !== figure.exactness)
      return [
        {
          ...{ countyCode, townCode, metricId, referenceYear, ...figure },
          ...{ version: version + 1, flags: isRevised ? revised : 0, publicationId: id },
          ...{ reason: note, recordedBy: actor.name, recordedAt: publishedAt },
        },
      ]
    })
    await inChunks(rows, (chunk) => tx.insert(table).values(chunk))
  }
}
