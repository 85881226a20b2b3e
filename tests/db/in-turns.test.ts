import { expect, test } from "vitest"
import { inTurns } from "@/db/in-turns"

const hold = (ms: number) => {
  const until = performance.now() + ms
  while (performance.now() < until);
}

test("much work lets others in between, in order; little is done at once", async () => {
  const done: number[] = []
  const seen: number[] = []
  const other = setInterval(() => seen.push(done.length), 1)
  await inTurns(
    Array.from({ length: 20 }, (_, n) => n),
    (n) => {
      hold(3)
      done.push(n)
    },
  )
  clearInterval(other)
  expect(done).toEqual(Array.from({ length: 20 }, (_, n) => n))
  expect(new Set(seen).size).toBeGreaterThan(5)

  const few: number[] = []
  const ended = inTurns([1, 2, 3], (n) => few.push(n))
  expect(few).toEqual([1, 2, 3])
  await ended
})
