import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { gunzipSync } from "node:zlib"
import { afterAll, expect, test } from "vitest"
import { sendCompressed, sendSeenFirst } from "@/services/site/send-compressed"

let answer: (response: ServerResponse) => void = () => {}
const server = createServer((asked, response) => {
  sendCompressed(asked, response)
  sendSeenFirst(asked, response, "n")
  answer(response)
}).listen(0)
afterAll(() => server.close())

async function ask(how: typeof answer, encoding = "gzip") {
  answer = how
  const { port } = server.address() as AddressInfo
  const got = await new Promise<IncomingMessage>((done) =>
    request({ port, agent: false, headers: { "accept-encoding": encoding } }, done).end(),
  )
  const pieces: Buffer[] = []
  for await (const piece of got) pieces.push(piece as Buffer)
  return { ...got, status: got.statusCode, headers: got.headers, body: Buffer.concat(pieces) }
}

const long = "镇".repeat(2000)
const plain = (type: string, text: string) => (response: ServerResponse) => {
  response.setHeader("content-type", type)
  response.setHeader("content-length", Buffer.byteLength(text))
  response.end(text)
}

test("what is worth it goes out compressed, what is not as it is", async () => {
  const { headers, body } = await ask(plain("text/plain; charset=utf-8", long))
  expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" })
  expect(gunzipSync(body).toString()).toBe(long)
  for (const got of [
    await ask(plain("text/plain", "short")),
    await ask(plain("image/png", long)),
    await ask(plain("application/json", long), "identity"),
  ])
    expect(got.headers).not.toHaveProperty("content-encoding")
})

test("parts, and what has not changed, keep what they say of themselves", async () => {
  const part = await ask((response) => {
    response.writeHead(206, { "content-type": "text/plain", "content-length": 3 })
    response.end("abc")
  })
  expect([part.headers["content-length"], part.body.toString()]).toEqual(["3", "abc"])
  const same = await ask((response) => response.writeHead(304).end())
  expect([same.status, same.body.length]).toEqual([304, 0])
})

test("a page has its scripts held back, compressed or not, in whatever pieces it is written", async () => {
  const page = `<head><script src="/a.js" async="" nonce="n"></script></head><p>${long}</p>`
  const inPieces = (response: ServerResponse) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    const bytes = Buffer.from(page)
    for (let at = 0; at < bytes.length; at += 7) response.write(bytes.subarray(at, at + 7))
    response.end()
  }
  const bare = await ask(inPieces, "identity")
  expect(bare.body.toString()).toContain('<script type="late" src="/a.js"')
  expect(bare.body.toString()).toContain(`<p>${long}</p>`)
  const refused = await ask(inPieces, "gzip;q=0")
  expect(refused.body.toString()).toBe(bare.body.toString())
  const packed = await ask(inPieces, "gzip;q=0.5")
  expect(gunzipSync(packed.body).toString()).toBe(bare.body.toString())
})

test("a page goes out whole, anything else as it is written", async () => {
  const first = (type: string) => {
    answer = (response) => {
      response.setHeader("content-type", type)
      response.write(`<p>${long}</p>`)
      ;(response as ServerResponse & { flush(): void }).flush()
      setTimeout(() => response.end("<p>last</p>"), 300)
    }
    const { port } = server.address() as AddressInfo
    return new Promise<string>((done) =>
      request({ port, agent: false, headers: { "accept-encoding": "identity" } }, (got) => {
        got.once("data", (piece: Buffer) => done(piece.toString()))
      }).end(),
    )
  }
  expect(await first("text/plain")).toBe(`<p>${long}</p>`)
  expect(await first("text/html")).toBe(`<p>${long}</p><p>last</p>`)
})
