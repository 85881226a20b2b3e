import { sql } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { demoCounty } from "@/catalogue/data/demo-county"
import { townOf, townsOfCounty } from "@/catalogue/divisions"
import type { Connection } from "@/db/connect"
import { deleteCounty } from "@/db/writes/delete-county"
import { checkDatabase } from "@/services/check-database"
import { decideCandidate } from "@/services/decide-candidate"
import { asActor } from "@/services/desk"
import { importReport } from "@/services/import-report"
import { Problem } from "@/services/problem"
import { publishReport } from "@/services/publish-report"
import { viewReport } from "@/services/view-report"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { finishReport } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

const invented = demoCounty.county.code
const columns = sql`metric_id, reference_year, coalesce(sum(value), 0)::float8 as total, count(value)::int as stated,
  count(missing)::int as missing, (count(*) filter (where exactness = 'over'))::int as over,
  (count(*) filter (where exactness = 'under'))::int as under,
  (count(*) filter (where exactness in ('about', 'range')))::int as about`

/** What the roll-ups should be, from the figures themselves. */
const added = (db: Connection) =>
  db.execute(sql`
    select code, ${columns} from observations,
      lateral (values (county_code), (county_code / 10000 * 10000)) divisions (code)
    where superseded_at is null group by code, metric_id, reference_year order by 1, 2, 3`)
const kept = (db: Connection) =>
  db.execute(sql`
    select county_code as code, metric_id, reference_year, total::float8 as total, stated, missing, said_over as over,
      said_under as under, said_about as about
    from division_totals order by 1, 2, 3`)

/** Two counties of one province, one of another, and the invented one, with three towns each. */
const towns = [331082, 331081, 110101, invented].flatMap((code) => townsOfCounty(code).slice(0, 3))
const counts = fc.constantFrom("41", "38余", "近60", "约120", "@", "3万")
const town = fc.constantFrom(...towns.map(({ code }) => code))
const year = fc.constantFrom(2023, 2024)
const step = fc.oneof(
  fc.record({ kind: fc.constant("publish" as const), town, year, contracts: counts }),
  fc.record({
    ...{ kind: fc.constant("change" as const), town, year, reading: fc.nat(2), value: fc.nat(100_000) },
    action: fc.constantFrom("accept" as const, "correct" as const, "reject" as const),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
/** Rounds of steps: what several people do at the same time, one round after the other; in an empty one the demonstration
 * data is emptied. */
const plan = fc.array(fc.array(step, { maxLength: 4 }), { minLength: 4, maxLength: 8 })

/** Takes back what a test did to the database, and says what was seen meanwhile. */
class Undone extends Error {
  constructor(readonly seen: number) {
    super(`saw ${seen}`)
  }
}

describeEachDatabase("totals of counties and provinces", (opened) => {
  const desk = () => deskOf(opened().db)

  async function take(step: Step) {
    const { town: townCode, year: on } = step
    if (step.kind === "publish") {
      const text = reportText({
        town: townOf(townCode)?.name ?? "",
        year: String(on),
        contracts: step.contracts,
      })
      await importReport(desk(), { fileName: "a.txt", bytes: bytesOf(text) }, Math.floor(townCode / 1000), {
        townCode,
        year: on,
      })
      return finishReport(desk(), townCode, on, "更正")
    }
    const { action, value } = step
    const report = await viewReport(desk(), townCode, on, null, "zh")
    const results = report?.readings.filter(({ kind }) => kind === "result") ?? []
    const reading = results[step.reading % Math.max(1, results.length)]
    if (!reading) return
    const seen = { townCode, candidateId: reading.id, seen: reading.seen }
    await decideCandidate(
      desk(),
      action === "correct" ? { ...seen, action, value, note: "来函更正" } : { ...seen, action, note: "再核" },
    )
    return publishReport(desk(), { townCode, year: on, seen: null, reason: "更正" })
  }

  test("are what the published figures add up to, whatever was published, revised, withdrawn or emptied, and by how many at once", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (rounds) => {
        for (const steps of rounds) {
          if (steps.length === 0) await asActor(desk(), (tx) => deleteCounty(tx, invented))
          const outcomes = await Promise.allSettled(steps.map(take))
          const reasons = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []))
          // What one person does may be in another's way, and the services say so; the database has no objection of its own.
          expect(reasons.filter((reason) => !(reason instanceof Problem))).toEqual([])
          expect(await kept(opened().db)).toEqual(await added(opened().db))
        }
      }),
      { numRuns: 6, endOnFailure: true },
    )
    expect((await kept(opened().db)).length).toBeGreaterThan(10)
  })

  test("are added up anew by the check, which counts those that are wrong, missing and left over", async () => {
    await take({ kind: "publish", town: 331082111, year: 2023, contracts: "41" })
    const { db } = opened()
    const wrong = async () => (await checkDatabase(db)).wrongTotals
    expect(await wrong()).toBe(0)
    const county = sql`county_code = 331082 and reference_year = 2023`
    const [own] = await db.execute<{ count: number }>(
      sql`select count(*)::int as count from division_totals where ${county}`,
    )
    expect(own?.count).toBeGreaterThan(1)
    for (const [expected, damage] of [
      [
        1,
        sql`update division_totals set total = total + 1 where ${county} and stated > 0 and metric_id in (
        select min(metric_id) from division_totals where ${county} and stated > 0)`,
      ],
      [own?.count, sql`update division_totals set said_over = said_over + 1 where ${county}`],
      [own?.count, sql`delete from division_totals where ${county}`],
      [
        1,
        sql`insert into division_totals select 990182, metric_id, 1999, 0, 0, 1, 0, 0, 0 from division_totals limit 1`,
      ],
    ] as const) {
      const state = db.transaction(async (tx) => {
        await tx.execute(damage)
        const { wrongTotals } = await checkDatabase(tx)
        throw new Undone(wrongTotals)
      })
      await expect(state).rejects.toEqual(new Undone(expected ?? 0))
    }
    expect(await wrong()).toBe(0)
  })

  test("are read by whoever reads published figures, and written by nobody", async () => {
    const seen = async (role: "leader" | "auditor" | "public") =>
      (await asActor(deskOf(opened().db, role, role), kept)).length
    expect(await seen("leader")).toBe((await kept(opened().db)).length)
    expect([await seen("auditor"), await seen("public")]).toEqual([0, 0])
    for (const statement of [sql`update division_totals set total = 1`, sql`delete from division_totals`])
      await expect(asActor(desk(), (tx) => tx.execute(statement))).rejects.toThrow()
  })
})
