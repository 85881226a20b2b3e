import type { Connection } from "@/db/connect"
import { type HeldReport, listHeldOf } from "@/db/reads/list-held"
import { openAnswerCache } from "@/services/api/answer-cache"

/** Which revision of the counties' data a transaction sees, and whether whoever asks may read what is published. */
type Standing = { revision: string; mayRead: boolean }
/** The reports that counties hold, in a transaction of that standing. */
export type HeldReader = (
  tx: Connection,
  counties: readonly number[],
  standing: Promise<Standing>,
) => Promise<readonly HeldReport[]>

const bytesEach = 200

/** Keeps which reports counties hold, for as long as the revision of their data is the same: every series is drawn against them,
 * and they change when something is imported or published. They are the same for all who may read. */
export function keepHeld(): HeldReader {
  const kept = openAnswerCache<{ reports: readonly HeldReport[]; byteLength: number }>(1000, 20_000_000)
  return async (tx, counties, standing) => {
    const key = counties.join()
    const { revision, mayRead } = await standing
    if (!mayRead) return []
    const known = kept.get(key)
    if (known?.etag === revision) return known.body.reports
    const reports = await listHeldOf(tx, counties)
    kept.set(key, { etag: revision, body: { reports, byteLength: bytesEach * reports.length } })
    return reports
  }
}
