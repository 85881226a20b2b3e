import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import type { IncomingMessage } from "node:http"
import { request } from "node:https"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { freePort } from "@/tests/start-postgres"
import { openSite, type Site } from "@/tests/walks/open-site"
import { walkPassword } from "@/tests/walks/prepare"

// A real nginx with the very file that docs/install.md gives, in front of the site: only ports and places are other ones.

const name = "fadu.example.gov.cn"
const folder = mkdtempSync(join(tmpdir(), "fadu-nginx-"))
let nginx: ChildProcess
let site: Site
let plain = 0
let secure = 0

function certify() {
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "fullchain.pem")]
  const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", `/CN=${name}`]
  const done = spawnSync("openssl", [...words, "-keyout", key, "-out", certificate], { encoding: "utf8" })
  if (done.status !== 0) throw new Error(done.stderr)
}

function configure(port: string) {
  const own = readFileSync("deploy/nginx.conf", "utf8")
    .replace(/^ *listen \[::\].*\n/gm, "")
    .replace("listen 80;", `listen 127.0.0.1:${plain};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${secure} ssl;`)
    .replaceAll("/etc/fadu/tls", folder)
    .replace("127.0.0.1:3000", `127.0.0.1:${port}`)
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((place) => `${place}_temp_path ${join(folder, place)};`)
    .join("\n")
  const user = process.getuid?.() === 0 ? "user root;" : ""
  const main = `${user} daemon off; pid ${join(folder, "pid")}; error_log ${join(folder, "error.log")};
    events {} http { access_log off; ${places} ${own} }`
  writeFileSync(join(folder, "nginx.conf"), main)
}

/** Asks through nginx, as a browser that knows the name. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET", body = "") {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; text: string }>((done, fail) => {
    const sent = request(
      { host: "127.0.0.1", port: secure, servername: name, path, method, rejectUnauthorized: false },
      (answer) => {
        let text = ""
        answer.on("data", (data) => {
          text += data
        })
        answer.on("end", () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
      },
    )
    for (const [key, value] of Object.entries({ host: `${name}:${secure}`, ...headers }))
      sent.setHeader(key, value)
    sent.on("error", fail)
    sent.end(body)
  })
}

beforeAll(async () => {
  plain = await freePort()
  secure = await freePort()
  site = await openSite({ FADU_ADDRESS: `https://${name}:${secure}` })
  certify()
  configure(new URL(site.address).port)
  nginx = spawn("/usr/sbin/nginx", ["-c", join(folder, "nginx.conf"), "-e", join(folder, "error.log")])
  await vi.waitFor(() => ask("/healthz"), { timeout: 20_000, interval: 200 })
})
afterAll(async () => {
  nginx?.kill("SIGTERM")
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

test("plain http is sent on to https", async () => {
  const answer = await fetch(`http://127.0.0.1:${plain}/explore?view=bar`, { redirect: "manual" })
  expect(answer.status).toBe(301)
  expect(answer.headers.get("location")).toMatch(/^https:\/\/[^/]+\/explore\?view=bar$/)
})

test("a person signs in through it and sees a chart, told to stay on https", async () => {
  const form = new URLSearchParams({ username: "leader", password: walkPassword })
  const type = { "content-type": "application/x-www-form-urlencoded", origin: `https://${name}:${secure}` }
  const signed = await ask("/session", type, "POST", String(form))
  const cookie = signed.headers["set-cookie"]?.[0]?.split(";")[0] ?? ""
  expect(cookie).toMatch(/^__Host-fadu-session=/)
  const page = await ask("/explore", { cookie })
  expect(page.status).toBe(200)
  expect(page.text).toContain("合同合法性审查数，2019—2024年")
  expect(page.headers["strict-transport-security"]).toBe("max-age=31536000")
  expect((await ask("/explore/drawn?view=bar", { cookie })).status).toBe(200)
})

test("what is for this machine alone is not there, nor is what would be too large", async () => {
  expect((await ask("/metrics")).status).toBe(404)
  expect((await ask("/readyz")).status).toBe(404)
  const size = String(200 * 1024 * 1024)
  expect((await ask("/import/upload", { "content-length": size }, "POST").catch(() => null))?.status).toBe(
    413,
  )
})

test("another name is not answered", async () => {
  expect((await ask("/sign-in", { host: "elsewhere.example" })).status).toBe(404)
})
