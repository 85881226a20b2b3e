import { metricOfId } from "@/catalogue/metric"
import type { ThreadSide } from "@/catalogue/question"
import type { Connection } from "@/db/connect"
import type { ReportKey } from "@/db/reads/list-changes"
import { insertAudit } from "@/db/writes/insert-audit"
import { findDouble, insertQuestion, type NewEntry, type Place } from "@/db/writes/insert-question"
import type { Desk } from "@/services/desk"

/** Begins a thread within a transaction of the caller's, with its audit line. Returns its id; that of the thread that is
 * there already, where the same was sent twice. */
export async function beginThread(
  tx: Connection,
  desk: Desk,
  side: ThreadSide,
  report: ReportKey,
  place: Place,
  entry: NewEntry,
): Promise<string> {
  const double = await findDouble(tx, report, place, entry)
  if (double) return double
  const { id: actorId, name } = desk.actor
  const id = await insertQuestion(tx, report, place, entry, { role: side, id: actorId, name })
  const { townCode, year, countyCode } = report
  await insertAudit(tx, {
    ...{ action: `question.${entry.action}`, countyCode, subject: `question:${id}` },
    after: {
      ...{ townCode, referenceYear: year, metric: metricOfId(place.metricId ?? 0)?.code ?? null },
      ...{ quote: place.quote?.slice(0, 200) ?? null, words: entry.words },
      ...{ value: entry.value, source: entry.source },
    },
  })
  return id
}
