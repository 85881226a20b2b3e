import { createServer, get, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, test } from "vitest"
import { openTurns } from "@/services/site/take-turns"

const drawn: { path: string; response: ServerResponse }[] = []
const takeTurn = openTurns()
const server = createServer((request, response) =>
  takeTurn(response, () => drawn.push({ path: request.url ?? "", response })),
).listen(0)
const { port } = server.address() as AddressInfo

afterEach(() => {
  for (const { response } of drawn.splice(0)) response.end()
})

const paths = () => drawn.map(({ path }) => path)
const ask = (path: string) => get({ port, path, agent: false }).on("error", () => {})
/** Asks one after the other, as connections that are opened at once come in any order. */
async function askInTurn(...paths: string[]) {
  const asked = []
  for (const path of paths) {
    asked.push(ask(path))
    await new Promise((done) => setTimeout(done, 50))
  }
  return asked
}

test("four pages are drawn at a time, the others in the order in which they were asked for", async () => {
  await askInTurn("/1", "/2", "/3", "/4", "/5", "/6")
  expect(paths()).toEqual(["/1", "/2", "/3", "/4"])
  drawn[2]?.response.end()
  await expect.poll(paths).toEqual(["/1", "/2", "/3", "/4", "/5"])
  drawn[4]?.response.end()
  await expect.poll(paths).toEqual(["/1", "/2", "/3", "/4", "/5", "/6"])
})

test("a page that nobody waits for any more is not drawn", async () => {
  const [, , , , left] = await askInTurn("/1", "/2", "/3", "/4", "/left", "/6")
  left?.destroy()
  await new Promise((done) => setTimeout(done, 50))
  drawn[0]?.response.end()
  await expect.poll(paths).toEqual(["/1", "/2", "/3", "/4", "/6"])
})

test("who reads slowly keeps nobody waiting for longer than five seconds", async () => {
  await askInTurn("/1", "/2", "/3", "/4", "/5")
  expect(paths()).toHaveLength(4)
  await expect.poll(paths, { timeout: 8_000 }).toContain("/5")
}, 10_000)
