import { hasStandbys, type SealedDatabase } from "@/db/as-actor"
import { type AnswerCache, openAnswerCache } from "@/services/api/answer-cache"
import type { Desk } from "@/services/desk"

const mostKept = 200
const mostBytes = 40_000_000
type Drawn = { byteLength: number; drawn: unknown }
const keptOf = new WeakMap<SealedDatabase, AnswerCache<Drawn>>()

/** What was drawn before of a county for somebody who may see the same, for as long as nothing of the county has changed;
 * else what `draw` gives. It is shown to many: nobody changes it. `revision` is that of the county's data, read ahead of what is
 * drawn: that may be newer than it says, never older. `key` holds all that the drawing goes by besides. With standbys nothing is
 * kept: the one that tells the revision may be ahead of the one that is drawn from. */
export async function keepDrawn<T>(
  desk: Desk,
  countyCode: number,
  revision: string,
  key: readonly unknown[],
  draw: () => Promise<T>,
): Promise<T> {
  if (hasStandbys(desk.database)) return draw()
  const cache = keptOf.get(desk.database) ?? openAnswerCache<Drawn>(mostKept, mostBytes)
  keptOf.set(desk.database, cache)
  const { role, townCode } = desk.actor
  const name = JSON.stringify([role, townCode, countyCode, ...key])
  const known = cache.get(name)
  if (known?.etag === revision) return known.body.drawn as T
  const drawn = await draw()
  // Two bytes a character, as words are kept in memory.
  const byteLength = 2 * JSON.stringify(drawn).length
  cache.set(name, { etag: revision, body: { byteLength, drawn } })
  return drawn
}
