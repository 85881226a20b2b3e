import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { seal } from "@/db/as-actor"
import { readRevision } from "@/db/reads/read-revision"
import { asReader } from "@/services/desk"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"

describeEachDatabase("a page", (opened) => {
  test("shows what stood at one moment, whatever is written between its questions", async () => {
    const [site, office] = [opened().another("fadu_app"), opened().another()]
    const desk = { ...deskOf(opened().db), database: seal(site.db) }
    const look = () => asReader(desk, (tx) => readRevision(tx, [331082]))
    const before = await look()
    let written: Promise<unknown> = Promise.resolve()
    const [first, second] = await asReader(desk, async (tx) => {
      const first = await readRevision(tx, [331082])
      written = office.db.transaction((other) =>
        other.execute(sql`insert into data_revisions values (331082, 7)`),
      )
      // The embedded database lets it in when the page is done.
      await Promise.race([written, new Promise((done) => setTimeout(done, 500))])
      return [first, await readRevision(tx, [331082])]
    })
    await written
    expect([first, second]).toEqual([before, before])
    expect(await look()).toMatch(/:7$/)
    await site.close()
    await office.close()
  })

  test("asks at once what it asks at the same time, and one that fails is the only one", async () => {
    const desk = deskOf(opened().db)
    const when = (of = desk) =>
      asReader(of, async (tx) => (await tx.execute<{ now: string }>(sql`select now()::text`))[0]?.now)
    const wrong = expect(
      asReader(desk, async () => {
        throw new Error("no such county")
      }),
    ).rejects.toThrow("no such county")
    const [first, second, other] = await Promise.all([when(), when(), when(deskOf(opened().db))])
    expect(second).toBe(first)
    expect(other).not.toBe(first)
    await wrong
    expect(await when()).not.toBe(first)
  })
})
