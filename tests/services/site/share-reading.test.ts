import { expect, test } from "vitest"
import { openAnswerCache } from "@/services/api/answer-cache"
import { shareReading } from "@/services/site/share-reading"

/** Readings that end when told to, each with its number. */
function readings() {
  const ends: (() => void)[] = []
  const read = () =>
    new Promise<number>((done) => {
      const number = ends.length
      ends.push(() => done(number))
    })
  return { ends, read }
}

test("who asks while something is being read shares the next reading, which begins after they asked", async () => {
  const share = shareReading<number>()
  const { ends, read } = readings()
  const first = share("a", read)
  const later = [share("a", read), share("a", read)]
  const other = share("b", read)
  expect(ends).toHaveLength(2)
  ends[0]?.()
  expect(await first).toBe(0)
  await Promise.resolve()
  expect(ends).toHaveLength(3)
  ends[2]?.()
  expect(await Promise.all(later)).toEqual([2, 2])
  ends[1]?.()
  expect(await other).toBe(1)
  const anew = share("a", read)
  ends[3]?.()
  expect(await anew).toBe(3)
})

test("a reading that fails fails for those who share it, and the next one begins", async () => {
  const share = shareReading<number>()
  const first = share("a", () => Promise.reject(new Error("away")))
  const next = share("a", async () => 1)
  await expect(first).rejects.toThrow("away")
  expect(await next).toBe(1)
})

test("kept answers stay within so many and so many bytes; what nobody asks for goes first", () => {
  const cache = openAnswerCache(3, 1000)
  const answer = (bytes: number) => ({ etag: "", body: Buffer.alloc(bytes) })
  for (const key of ["a", "b", "c"]) cache.set(key, answer(100))
  cache.get("a")
  cache.set("d", answer(100))
  expect(["a", "b", "c", "d"].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true, true])
  cache.set("large", answer(900))
  expect(cache.get("large")).toBeUndefined()
  const byBytes = openAnswerCache(100, 1000)
  for (let at = 0; at < 50; at += 1) byBytes.set(`k${at}`, answer(100))
  expect(Array.from({ length: 50 }, (_, at) => byBytes.get(`k${at}`)).filter(Boolean)).toHaveLength(9)
})
