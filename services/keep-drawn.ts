import { hasStandbys, type SealedDatabase } from "@/db/as-actor"
import { readRevision } from "@/db/reads/read-revision"
import { openAnswerCache } from "@/services/api/answer-cache"
import { asReader, type Desk } from "@/services/desk"

const mostKept = 200
const mostBytes = 40_000_000
const keptOf = new WeakMap<SealedDatabase, ReturnType<typeof openAnswerCache>>()

/** What was drawn before of a county for somebody who may see the same, for as long as nothing of the county has changed;
 * else what `draw` gives, which JSON must carry. `key` holds all that the drawing goes by beside the county's data. With
 * standbys nothing is kept: the one that tells the revision may be ahead of the one that is drawn from. */
export async function keepDrawn<T>(
  desk: Desk,
  countyCode: number,
  key: readonly unknown[],
  draw: () => Promise<T>,
): Promise<T> {
  if (hasStandbys(desk.database)) return draw()
  const cache = keptOf.get(desk.database) ?? openAnswerCache(mostKept, mostBytes)
  keptOf.set(desk.database, cache)
  const { role, townCode } = desk.actor
  const name = JSON.stringify([role, townCode, countyCode, ...key])
  // Ahead of what is drawn, which may be newer than it says, never older.
  const revision = await asReader(desk, (tx) => readRevision(tx, [countyCode]))
  const known = cache.get(name)
  if (known?.etag === revision) return JSON.parse(known.body.toString()) as T
  const drawn = await draw()
  cache.set(name, { etag: revision, body: Buffer.from(JSON.stringify(drawn)) })
  return drawn
}
