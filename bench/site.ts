import { spawn } from "node:child_process"
import { Agent, createServer, get, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { sql } from "drizzle-orm"
import { median, round } from "@/bench/measure"
import { connect } from "@/db/connect"
import { freePort, startPostgres } from "@/tests/start-postgres"

/** The built site on a PostgreSQL server with the demonstration data, open for reading, without a limit of requests. */
export async function openBenchSite() {
  const server = await startPostgres()
  const maintenance = connect({ url: server.url("postgres") })
  await maintenance.db.execute("create database site")
  await maintenance.close()
  const url = server.url("site")
  const port = await freePort()
  const child = spawn(process.execPath, ["cli/start.mjs"], {
    env: {
      ...{ ...process.env, NODE_ENV: "production", PORT: String(port), DATABASE_URL: url },
      ...{ FADU_API_PER_MINUTE: "0", FADU_LOG: "none" },
    },
    stdio: ["ignore", "pipe", "inherit"],
  })
  const address = `http://localhost:${port}`
  await new Promise<void>((done) =>
    child.stdout.on("data", (text: Buffer) => String(text).includes(address) && done()),
  )
  const { db, close } = connect({ url })
  await db.execute(
    sql`insert into settings (name, value, set_by) values ('open_reading', '{"on": true}', 'bench')`,
  )
  // The server does so by itself within a minute or two.
  await db.execute("vacuum analyze")
  await close()
  const stop = async () => {
    const ended = new Promise((done) => child.once("exit", done))
    child.kill("SIGTERM")
    await ended
    await server.stop()
  }
  return { address, url, stop }
}

/** A bare server of node:http. */
export async function serve(answer: RequestListener) {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  }
}

/** What is asked of a server: an address for the n-th request, and headers with it. */
export type Target = {
  url: (n: number) => string
  headers?: Record<string, string>
  status?: number
}

/** One request on a connection of the agent; its milliseconds. Throws on another status than the expected. */
function request(agent: Agent, { url, headers = {}, status = 200 }: Target, n: number): Promise<number> {
  const start = performance.now()
  return new Promise((done, fail) => {
    get(url(n), { agent, headers }, (response) => {
      if (response.statusCode !== status) fail(new Error(`${url(n)}: ${response.statusCode}`))
      response.resume()
      response.on("end", () => done(performance.now() - start))
    }).on("error", fail)
  })
}

/** Keeps so many connections busy for a while. Returns the milliseconds of each request. */
export async function load(target: Target, connections: number, ms: number, from = 0): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const until = performance.now() + ms
  let n = from
  const worker = async () => {
    while (performance.now() < until) {
      n += 1
      times.push(await request(agent, target, n))
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return times
}

/** Loads servers in turns; the median of the rounds' medians, in milliseconds, and requests a second. */
export async function loadInTurns<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
  connections: number,
  { rounds, ms }: { rounds: number; ms: number },
): Promise<Record<Name, { p50: number; aSecond: number }>> {
  const names = Object.keys(targets) as Name[]
  const found = Object.fromEntries(
    names.map((name) => [name, { p50: [] as number[], aSecond: [] as number[] }]),
  ) as Record<Name, { p50: number[]; aSecond: number[] }>
  for (let at = 0; at <= rounds; at += 1)
    for (const name of names) {
      const times = await load(targets[name], connections, at === 0 ? ms / 2 : ms, at * 100_000)
      // The first round warms up.
      if (at === 0) continue
      found[name].p50.push(median(times))
      found[name].aSecond.push((1000 * times.length) / ms)
    }
  return Object.fromEntries(
    names.map((name) => [
      name,
      { p50: round(median(found[name].p50)), aSecond: round(median(found[name].aSecond)) },
    ]),
  ) as Record<Name, { p50: number; aSecond: number }>
}
