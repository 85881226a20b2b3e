import { expect, test } from "vitest"
import { describeEachDatabase } from "@/tests/each-database"
import { fuzzDocuments } from "@/tests/fuzz/fuzz-documents"
import { canSeeCanary, fuzzRequests, ownTown, plantReports } from "@/tests/fuzz/fuzz-requests"
import seeds from "@/tests/fuzz/seeds.json"
import { deskOf } from "@/tests/services/desk-of"

// A small fixed number; the drill (npm run drill -- fuzz) does the rest. What it finds goes into seeds.json, with its path.

test.each(seeds.documents)("mutated documents are read or refused: %j", async ({ seed }) => {
  expect(await fuzzDocuments(150, seed)).toBeGreaterThan(60)
})

describeEachDatabase("mutated requests", (opened) => {
  test("are answered or refused by a rule, and give nothing of another town away", async () => {
    const db = opened().db
    await plantReports(deskOf(db))
    expect(await canSeeCanary(deskOf(db))).toBe(true)
    const desks = [deskOf(db, "officer", "town_officer", ownTown), deskOf(db, "public", "public")]
    for (const { seed } of seeds.requests)
      expect(await fuzzRequests(desks, { numRuns: 150, seed })).toBeGreaterThan(30)
  })
})
