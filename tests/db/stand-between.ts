import { type AddressInfo, connect, createServer, type Socket } from "node:net"

/** Stands between a program and the server of a database URL: `sent` is what the program said, a piece each time it spoke;
 * `cut` ends all its connections without a word. */
export async function standBetween(url: string) {
  const [server, sent, open] = [new URL(url), [] as string[], new Set<Socket>()]
  const port = Number(server.port)
  const between = createServer((program) => {
    const onward = connect(port, server.hostname)
    open.add(program)
    program.on("data", (data) => {
      sent.push(data.toString("latin1"))
      onward.write(data)
    })
    onward.pipe(program)
    for (const end of [program, onward]) end.on("error", () => {})
    program.on("close", () => {
      open.delete(program)
      onward.destroy()
    })
  })
  await new Promise<void>((done) => between.listen(0, "127.0.0.1", done))
  const own = new URL(url)
  own.port = String((between.address() as AddressInfo).port)
  const cut = () => {
    for (const program of open) program.destroy()
  }
  return { url: String(own), sent, cut, close: () => between.close() }
}
