import { type AddressInfo, createServer } from "node:net"
import { sql } from "drizzle-orm"
import { expect, inject, test } from "vitest"
import { connect } from "@/db/connect"
import { asActor, asReader } from "@/services/desk"
import { standBetween } from "@/tests/db/stand-between"
import { deskOf } from "@/tests/services/desk-of"

test("a transaction whose connection was lost says nothing more, least of all in another's", async () => {
  const name = `fadu_lost_${process.pid}`
  const maintenance = connect({ url: inject("serverUrl") })
  await maintenance.db.execute(sql`create database ${sql.identifier(name)}`)
  const url = inject("serverUrl").replace(/[^/]+$/, name)
  const [pool, other] = [connect({ url }), connect({ url })]
  await other.db.execute(sql`create table said (what text)`)
  let goOn = () => {}
  const waits = new Promise<void>((done) => {
    goOn = done
  })
  const steps: string[] = []
  const pids: number[] = []
  const pidOf = async (tx: Pick<typeof pool.db, "execute">) =>
    (await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0
  const lost = pool.db.transaction(async (tx) => {
    pids.push(await pidOf(tx))
    await waits
    steps.push("went on")
    await tx.execute(sql`insert into said values ('lost')`)
    steps.push("was answered")
  })
  const fate = lost.then(
    () => "kept",
    (error: Error) => String((error as { code?: unknown }).code),
  )
  for (let i = 0; i < 100 && pids.length === 0; i += 1) await new Promise((done) => setTimeout(done, 20))
  await other.db.execute(sql`select pg_terminate_backend(${pids[0]})`)
  expect(await fate).toBe("CONNECTION_CLOSED")
  // Every connection of the pool serves somebody else, the one that was lost among them, when the first one goes on.
  const others = Array.from({ length: 10 }, (_, i) =>
    pool.db.transaction(async (tx) => {
      await tx.execute(sql`insert into said values (${`kept ${i}`})`)
      if (i === 9) goOn()
      await new Promise((done) => setTimeout(done, 300))
      await tx.execute(sql`insert into said values (${`kept ${i}`})`)
    }),
  )
  await Promise.all(others)
  expect(steps).toEqual(["went on"])
  const rows = await other.db.execute<{ what: string; times: number }>(
    sql`select what, count(*)::int as times from said group by what`,
  )
  expect(rows.map(({ what, times }) => `${what} ${times}`).sort()).toEqual(
    Array.from({ length: 10 }, (_, i) => `kept ${i} 2`).sort(),
  )
  await Promise.all([pool.close(), other.close()])
  await maintenance.close()
})

test("who waits while connections are lost begins on others, and the pool stays whole", async () => {
  const between = await standBetween(inject("serverUrl").replace(/[^/]+$/, "postgres"))
  const pool = connect({ url: between.url })
  let begun = 0
  const fates = async (many: number, seconds: number) => {
    const work = () =>
      pool.db.transaction(async (tx) => {
        await tx.execute(sql`select 1`)
        begun += 1
        await tx.execute(sql`select pg_sleep(${seconds})`)
      })
    return (await Promise.allSettled(Array.from({ length: many }, work))).map(({ status }) => status)
  }
  const all = (many: number, fate: string) => Array.from({ length: many }, () => fate)
  const first = fates(10, 30)
  const waiting = fates(25, 0.01)
  for (let i = 0; i < 200 && begun < 10; i += 1) await new Promise((done) => setTimeout(done, 20))
  between.cut()
  expect(await first).toEqual(all(10, "rejected"))
  expect(await waiting).toEqual(all(25, "fulfilled"))
  expect(await fates(25, 0.01)).toEqual(all(25, "fulfilled"))
  await pool.close()
  between.close()
})

test("who reads while connections are lost is asked once more and told nothing; who writes is told, and nothing is done twice", async () => {
  const between = await standBetween(inject("serverUrl").replace(/[^/]+$/, "postgres"))
  const [pool, office] = [connect({ url: between.url }), connect({ url: inject("serverUrl") })]
  const tries = new Map<string, number>()
  // Whoever asks is answered once the office lets go: none before the connections are lost, however slow the machine is.
  const held = (name: string) => async (tx: Pick<typeof pool.db, "execute">) => {
    tries.set(name, (tries.get(name) ?? 0) + 1)
    const rows = await tx.execute<{ told: string }>(
      sql`select ${name}::text as told, pg_advisory_xact_lock_shared(${process.pid}) as lock`,
    )
    return rows[0]?.told
  }
  const hold = () =>
    new Promise<() => Promise<void>>((holds) => {
      const kept = office.db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${process.pid})`)
        await new Promise<void>((done) =>
          holds(() => {
            done()
            return kept
          }),
        )
      })
    })
  const readers = Array.from({ length: 9 }, (_, at) => `reader ${at}`)
  const read = () => readers.map((name) => asReader(deskOf(pool.db, name), held(name)))
  const waiting = sql`from pg_stat_activity where query like '%pg_advisory_xact_lock_shared%' and wait_event = 'advisory'`
  const count = async () =>
    (await office.db.execute<{ n: number }>(sql`select count(*)::int as n ${waiting}`))[0]?.n
  const begun = (many: number) => expect.poll(count, { timeout: 15_000 }).toBe(many)
  let letGo = await hold()
  const fates = Promise.allSettled([...read(), asActor(deskOf(pool.db), held("writer"))])
  await begun(10)
  between.cut()
  await letGo()
  const [writer, ...told] = (await fates).reverse()
  expect(told.reverse()).toEqual(readers.map((value) => ({ status: "fulfilled", value })))
  expect(writer).toMatchObject({ status: "rejected", reason: { code: "CONNECTION_CLOSED" } })
  expect(tries).toEqual(new Map([...readers.map((name) => [name, 2] as const), ["writer", 1]]))
  // Ended by the server itself, as when it is started anew: the driver keeps its word for whoever comes next.
  letGo = await hold()
  const again = read()
  await begun(9)
  await office.db.execute(sql`select pg_terminate_backend(pid) ${waiting}`)
  const writers = Array.from({ length: 12 }, (_, at) => `writer ${at}`)
  const written = writers.map((name) => asActor(deskOf(pool.db, name), held(name)))
  await letGo()
  expect(await Promise.all(written)).toEqual(writers)
  expect(writers.map((name) => tries.get(name))).toEqual(writers.map(() => 1))
  expect(await Promise.all(again)).toEqual(readers)
  expect(readers.map((name) => tries.get(name))).toEqual(readers.map(() => 4))
  await Promise.all([pool.close(), office.close()])
  between.close()
})

test("where every connection is refused as soon as it is there, who reads is told after two", async () => {
  let connections = 0
  const refusing = createServer((program) => {
    connections += 1
    program.on("error", () => {}).once("data", () => program.resetAndDestroy())
  })
  await new Promise<void>((done) => refusing.listen(0, "127.0.0.1", done))
  const pool = connect({
    url: `postgres://postgres@127.0.0.1:${(refusing.address() as AddressInfo).port}/fadu`,
  })
  const read = asReader(deskOf(pool.db), (tx) => tx.execute(sql`select 1`))
  await expect(read).rejects.toThrow()
  expect(connections).toBe(2)
  await pool.close()
  refusing.close()
})
