import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { writeDrill } from "@/bench/write-drill"
import type { Desk } from "@/services/desk"
import { migrate } from "@/services/migrate"
import { openDatabase } from "@/services/open-database"
import { fuzzDocuments } from "@/tests/fuzz/fuzz-documents"
import { canSeeCanary, fuzzRequests, ownTown, plantReports } from "@/tests/fuzz/fuzz-requests"

// npm run drill -- fuzz [count] [seed]: that many mutated documents and requests, in parts of 500 with seeds that follow one
// another, so that a failure is found again by its part. Figures go to bench/drill.json.

const [count = "100000", first = String(Date.now() % 1_000_000)] = process.argv.slice(2)
const aPart = 500
const parts = Math.ceil(Number(count) / aPart)

/** Runs the parts; returns how many gave figures or an answer (the others were refused by a rule), seconds, and the seeds of parts that failed, with what fast-check says of them. */
async function run(what: string, part: (seed: number) => Promise<number>) {
  const failures: { seed: number; words: string }[] = []
  let answered = 0
  const began = performance.now()
  for (let index = 0; index < parts; index += 1) {
    const seed = Number(first) + index
    await part(seed).then(
      (count) => {
        answered += count
      },
      (error: Error) => failures.push({ seed, words: error.message.slice(0, 2000) }),
    )
    if (index % 10 === 9) console.log(`${what} ${(index + 1) * aPart}, ${failures.length} failures`)
  }
  return { runs: parts * aPart, answered, failures, seconds: Math.round((performance.now() - began) / 1000) }
}

const folder = mkdtempSync(join(tmpdir(), "fadu-fuzz-"))
const opened = await openDatabase({ databaseUrl: process.env.DATABASE_URL || null, dataFolder: folder })
await migrate(opened.owner)
const deskOf = (role: Desk["actor"]["role"], townCode: number | null = null): Desk => ({
  ...{ database: opened.database, actor: { id: role, name: role, role, townCode } },
  ...{ from: { channel: "web", address: "192.0.2.7" }, now: new Date() },
})
await plantReports(deskOf("reviewer"))
if (!(await canSeeCanary(deskOf("reviewer")))) throw new Error("the search for leaks would find none")
const desks = [deskOf("town_officer", ownTown), deskOf("public")]
const requests = await run("requests", (seed) => fuzzRequests(desks, { numRuns: aPart, seed }))
const documents = await run("documents", (seed) => fuzzDocuments(aPart, seed))
await opened.close()
rmSync(folder, { recursive: true, force: true })

const figures = { firstSeed: Number(first), partOf: aPart, documents, requests }
writeDrill("fuzz", figures)
console.log(JSON.stringify(figures, null, 2))
process.exit(documents.failures.length + requests.failures.length === 0 ? 0 : 1)
