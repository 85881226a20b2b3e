import { sql } from "drizzle-orm"
import { expect, inject, test } from "vitest"
import { seal } from "@/db/as-actor"
import { ask } from "@/db/ask"
import { type Connection, connect } from "@/db/connect"
import { asReader } from "@/services/desk"
import { standBetween } from "@/tests/db/stand-between"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"

describeEachDatabase("transactions", (opened) => {
  const countNotes = async () =>
    (
      await opened().db.execute<{ n: number }>(
        sql`select count(*)::int as n from settings where name like 'note%'`,
      )
    )[0]?.n
  const note = (tx: Connection, name: string) =>
    tx.execute(sql`insert into settings (name, value, set_by) values (${`note ${name}`}, '1', 'test')`)

  test("keep what is done in them, or nothing of it", async () => {
    const before = await countNotes()
    await opened().db.transaction((tx) => note(tx, "kept"))
    expect(await countNotes()).toBe((before ?? 0) + 1)
    const broken = opened().db.transaction(async (tx) => {
      await note(tx, "lost")
      throw new Error("not this one")
    })
    await expect(broken).rejects.toThrow("not this one")
    expect(await countNotes()).toBe((before ?? 0) + 1)
  })

  test("are not kept when a statement failed, though nobody minded", async () => {
    const before = await countNotes()
    const careless = opened().db.transaction(async (tx) => {
      await note(tx, "careless")
      await tx.execute(sql`select 1 / 0`).catch(() => {})
    })
    await expect(careless).rejects.toThrow()
    expect(await countNotes()).toBe(before)
  })

  test("refuse what is asked of them after their end", async () => {
    let left: Connection | undefined
    await opened().db.transaction(async (tx) => {
      left = tx
      await tx.execute(sql`select 1`)
    })
    await expect(note(left as Connection, "late")).rejects.toThrow()
    expect(await opened().db.execute(sql`select 1 as one`)).toMatchObject([{ one: 1 }])
  })

  test("that give up before they have a connection leave the pool whole", async () => {
    const { db, close } = opened().another()
    const hasty = Array.from({ length: 40 }, () =>
      db.transaction(async (tx) => {
        tx.execute(sql`select pg_sleep(0.01)`).catch(() => {})
        throw new Error("too late")
      }),
    )
    expect((await Promise.allSettled(hasty)).every(({ status }) => status === "rejected")).toBe(true)
    const served = Array.from({ length: 40 }, (_, i) =>
      db.transaction(async (tx) => {
        const [row] = await tx.execute<{ i: number; alone: boolean }>(
          sql`select ${i}::int as i, txid_current_if_assigned() is null as alone`,
        )
        return row
      }),
    )
    expect(await Promise.all(served)).toMatchObject(
      Array.from({ length: 40 }, (_, i) => ({ i, alone: true })),
    )
    await close()
  })

  test("take statements of every kind at once, in their order", async () => {
    const asked = await opened().db.transaction(async (tx) => {
      const one = (n: number) => ask<{ n: number }>(tx, sql`select ${n}::int + 0 as n`)
      const plain = tx.execute<{ n: number }>(sql`select 2 as n`)
      return Promise.all([
        one(1),
        plain,
        one(3),
        tx.execute<{ n: number }>(sql`select ${4}::int as n`),
        one(5),
      ])
    })
    expect(asked.map(([row]) => row?.n)).toEqual([1, 2, 3, 4, 5])
  })
})

test("who only reads goes to the server and back once", async () => {
  const between = await standBetween(inject("serverUrl").replace(/[^/]+$/, "postgres"))
  const { sent } = between
  const { db, close } = connect({ url: between.url }, "fadu_app")
  const desk = { ...deskOf(db, "leader", "leader"), database: seal(db) }
  const look = () =>
    asReader(desk, (tx) => Promise.all([1, 2].map((n) => ask<{ n: number }>(tx, sql`select ${n}::int as n`))))
  await look()
  await new Promise((done) => setTimeout(done, 100))
  sent.length = 0
  expect(await look()).toEqual([[{ n: 1 }], [{ n: 2 }]])
  const trips = sent.filter((words) => !/^Q....commit/s.test(words))
  expect(trips).toHaveLength(1)
  expect(trips[0]).toContain(
    "begin isolation level repeatable read, read only; set local fadu.role = 'leader'",
  )
  // Where more ask than there are connections, the next begins right behind the end of another.
  await new Promise((done) => setTimeout(done, 100))
  sent.length = 0
  const all = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      asReader({ ...desk }, (tx) => ask<{ i: number }>(tx, sql`select ${i}::int as i`)),
    ),
  )
  expect(all).toEqual(Array.from({ length: 40 }, (_, i) => [{ i }]))
  await new Promise((done) => setTimeout(done, 100))
  expect(sent.join("").match(/commit\0/g)).toHaveLength(40)
  expect(sent.filter((words) => /commit\0.*begin/s.test(words)).length).toBeGreaterThan(10)
  await close()
  between.close()
})
