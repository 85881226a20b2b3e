import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { connect } from "@/db/connect"
import { asActor } from "@/services/desk"
import { checkReady } from "@/services/site/check-ready"
import { openMeasures } from "@/services/site/site-measures"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"

describeEachDatabase("readiness", (opened) => {
  test("ready with the newest schema; with an older or newer one, or none, the reason is said", async () => {
    const owner = opened().db
    expect(await checkReady(owner)).toBeNull()
    const shift = (by: number) =>
      owner.execute(sql`update drizzle.__drizzle_migrations set created_at = created_at + ${by}
        where created_at = (select max(created_at) from drizzle.__drizzle_migrations)`)
    await shift(1)
    expect(await checkReady(owner)).toBe("schema newer than the program")
    await shift(-2)
    expect(await checkReady(owner)).toBe("schema older than the program")
    await shift(1)
    expect(await checkReady(owner)).toBeNull()
  })

  test("the measures have the files that wait", async () => {
    expect((await openMeasures(opened().db).text()).body).toMatch(/^fadu_imports_waiting 0$/m)
  })

  test("a failed query's error has none of the values that were sent with it", async () => {
    const secret = "a token that nobody may see"
    const error = await asActor(deskOf(opened().db), (tx) =>
      tx.execute(sql`select ${secret}::text, no_such_column from reports`),
    ).catch((thrown) => thrown)
    expect(error.message).toContain("Failed query: select $1")
    const words = [error.message, error.stack, JSON.stringify(error), String(error.cause), error.cause?.stack]
    expect(words.join("\n")).not.toContain(secret)
  })
})

test("a database that is away is said, and the other measures are still there", async () => {
  const { db, close } = connect({ url: "postgres://nobody@127.0.0.1:9/none" })
  expect(await checkReady(db)).toBe("database away")
  const { body } = await openMeasures(db).text()
  expect(body).toMatch(/^fadu_imports_waiting Nan$/im)
  expect(body).toContain("nodejs_heap_size_used_bytes")
  await close()
})
