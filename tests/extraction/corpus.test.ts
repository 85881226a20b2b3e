import { describe, expect, it } from "vitest"
import { corpora, floors, scoreCorpus, shortfalls } from "@/tests/extraction/score-corpus"

describe.each(Object.entries(corpora))("the labelled passages of %s", async (name, folder) => {
  const scored = await scoreCorpus(folder)
  const floor = floors[name]
  it.skipIf(scored === null)("are read at least as well as the committed floor", () => {
    if (!scored || !floor) throw new Error("no floor")
    expect(shortfalls(scored.score, floor), scored.mistakes.join("\n")).toEqual([])
  })
})

it("a score below its floor is said to be so", () => {
  const floor = floors.own
  if (!floor) throw new Error("no floor")
  expect(shortfalls({ ...floor, recall: floor.recall - 0.1, bookedWrong: 1 }, floor)).toHaveLength(2)
})
