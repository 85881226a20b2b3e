import { existsSync, readdirSync, rmSync } from "node:fs"
import { connect as connectSocket } from "node:net"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { expect, inject, test } from "vitest"
import { ask } from "@/db/ask"
import { connect } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { importReport } from "@/services/import-report"
import { publishReport } from "@/services/publish-report"
import { copyFolder } from "@/tests/databases"
import { describeEachDatabase } from "@/tests/each-database"
import { deskOf } from "@/tests/services/desk-of"
import { decideAll } from "@/tests/services/finish-report"
import { bytesOf, reportText } from "@/tests/services/report-text"

describeEachDatabase("isolation between connections", (opened) => {
  test("transactions of three connections never interleave", async () => {
    const connections = [opened().another(), opened().another(), opened().another()]
    await opened().db.execute(sql`create table counter (n integer not null)`)
    await opened().db.execute(sql`insert into counter values (0)`)
    const addOne = async (index: number) =>
      connections[index % 3]?.db.transaction(async (tx) => {
        const [row] = await tx.execute<{ n: number }>(sql`select n from counter for update`)
        await new Promise((done) => setTimeout(done, 1))
        await tx.execute(sql`update counter set n = ${(row?.n ?? 0) + 1}`)
      })
    await Promise.all(Array.from({ length: 60 }, (_, index) => addOne(index)))
    expect(await opened().db.execute(sql`select n from counter`)).toEqual([{ n: 60 }])
    await Promise.all(connections.map((connection) => connection.close()))
  })

  test("each connection gets its own answer, and an error of one is not another's", async () => {
    const other = opened().another()
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const db = index % 2 === 0 ? opened().db : other.db
        if (index % 10 === 9)
          return db.execute(sql`select 1 / 0`).then(
            () => "no error",
            () => "error",
          )
        const [row] = await db.execute<{ n: number }>(sql`select ${index}::int as n`)
        return row?.n
      }),
    )
    expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => (index % 10 === 9 ? "error" : index)))
    await other.close()
  })

  test("a connection that is opened while another one works for long waits for its turn, and gets it", async () => {
    const longerThanItTakesToGiveUp = 6000
    const late = opened().another()
    let asked: Promise<unknown> | undefined
    await opened().db.transaction(async (tx) => {
      await tx.execute(sql`select 1`)
      asked = late.db.execute(sql`select 2 as n`)
      await new Promise((done) => setTimeout(done, longerThanItTakesToGiveUp))
      await tx.execute(sql`select 1`)
    })
    expect(await asked).toEqual([{ n: 2 }])
    await late.close()
  })

  test("a connection that breaks off inside a transaction leaves nothing behind and blocks nobody", async () => {
    await opened().db.execute(sql`create table kept (n integer)`)
    const other = opened().another()
    const broken = other.db.transaction(async (tx) => {
      await tx.execute(sql`insert into kept values (1)`)
      await other.close()
      await tx.execute(sql`insert into kept values (2)`)
    })
    await expect(broken).rejects.toThrow()
    expect(await opened().db.execute(sql`select n from kept`)).toEqual([])
  })
})

test("statements that a connection prepared end with it, and others keep theirs", async () => {
  const embedded = await openEmbedded(copyFolder(inject("embeddedTemplate")))
  const [first, second] = [connect(embedded), connect(embedded)]
  const kept = (of: typeof first, n: number) => ask<{ n: number }>(of.db, sql`select ${n}::int as n`)
  const prepared = async () =>
    (await first.db.execute(sql`select from pg_prepared_statements where statement like '%as n'`)).length
  expect([await kept(first, 1), await kept(second, 2), await kept(first, 3)]).toEqual([
    [{ n: 1 }],
    [{ n: 2 }],
    [{ n: 3 }],
  ])
  expect(await prepared()).toBe(2)
  await second.close()
  await expect.poll(prepared).toBe(1)
  expect(await kept(first, 4)).toEqual([{ n: 4 }])
  await first.close()
  await embedded.close()
})

test("a data folder has one owner: a second opener joins the first, and both see the same rows", async () => {
  const folder = copyFolder(inject("embeddedTemplate"))
  const [first, second] = await Promise.all([openEmbedded(folder), openEmbedded(folder)])
  expect(second.socket).toBe(first.socket)
  const [a, b] = [connect({ socket: first.socket }), connect({ socket: second.socket })]
  await a.db.execute(sql`create table shared (n integer)`)
  await b.db.execute(sql`insert into shared values (7)`)
  expect(await a.db.execute(sql`select n from shared`)).toEqual([{ n: 7 }])
  await Promise.all([a.close(), b.close()])
  await Promise.all([first.close(), second.close()])
  const again = await openEmbedded(folder)
  const c = connect({ socket: again.socket })
  expect(await c.db.execute(sql`select n from shared`)).toEqual([{ n: 7 }])
  await c.close()
  await again.close()
})

test("bytes that are no PostgreSQL message end only that connection", async () => {
  const embedded = await openEmbedded(copyFolder(inject("embeddedTemplate")))
  const opened = connect({ socket: embedded.socket })
  await new Promise<void>((done) => {
    const socket = connectSocket(embedded.socket, () => socket.write(Buffer.from("GET / HTTP/1.1\r\n\r\n")))
    socket.on("close", () => done())
    socket.on("error", () => {})
  })
  expect(await opened.db.execute(sql`select 1 as one`)).toEqual([{ one: 1 }])
  await opened.close()
  await embedded.close()
})

test("what is published is dumped soon after, and nothing else is", async () => {
  const folder = copyFolder(inject("embeddedTemplate"))
  process.env.FADU_DUMP_SECONDS = "1"
  const embedded = await openEmbedded(folder)
  delete process.env.FADU_DUMP_SECONDS
  const opened = connect({ socket: embedded.socket })
  const dumps = () => (existsSync(join(folder, "backups")) ? readdirSync(join(folder, "backups")) : [])
  const desk = deskOf(opened.db)
  await importReport(desk, { fileName: "a.txt", bytes: bytesOf(reportText({ town: "汛桥镇" })) }, 331082)
  await decideAll(desk, 331082100, 2024)
  await new Promise((done) => setTimeout(done, 1500))
  expect(dumps()).toEqual([])
  await publishReport(desk, { townCode: 331082100, year: 2024, seen: null, reason: null })
  await expect
    .poll(() => dumps().filter((name) => name.endsWith(".tar.gz")).length, { timeout: 20_000 })
    .toBe(1)
  await opened.close()
  await embedded.close()
  rmSync(folder, { recursive: true, force: true })
})
