import { type ChildProcess, spawn } from "node:child_process"
import { rmSync } from "node:fs"
import type { Page } from "playwright-core"
import { inject } from "vitest"
import type { Role } from "@/catalogue/role"
import { family, freePort } from "@/tests/start-postgres"
import { launchBrowser } from "@/tests/walks/launch-browser"
import { copyDemonstration, walkPassword } from "@/tests/walks/prepare"

const widths = { desk: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } }

export type Site = {
  address: string
  /** The data folder of this site's embedded database. */
  folder: string
  output(): string
  /** Ends every process of the site at once, as a power cut does; the data folder stays. */
  kill(): Promise<void>
  /** A page in a browser of its own; signed in as the reviewer unless `as` says otherwise, null for nobody. */
  page(
    size?: keyof typeof widths,
    options?: { locale?: "zh" | "en"; script?: boolean; as?: Role | null },
  ): Promise<Page>
  /** The session cookie of a role, for requests without a browser. */
  cookie(as: Role): Promise<string>
  close(): Promise<void>
}

/** Starts the built site by the very command that users type, on a free port with a copy of the demonstration data, and a
 * browser for it. `folder` is the data of a site that was killed before. */
export async function openSite(
  environment: Record<string, string> = {},
  folder = environment.FADU_DATA ?? copyDemonstration(inject("demonstrationFolder")),
): Promise<Site> {
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(port),
    FADU_DATA: folder,
    DATABASE_URL: "",
    ...environment,
  }
  const child = spawn(process.execPath, ["cli/start.mjs"], {
    env: env as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const output = collect(child)
  const address = `http://localhost:${port}`
  await ready(address, child, output, environment.FADU_ADDRESS ?? address)
  const browser = await launchBrowser()
  const signedIn = new Map<Role, Promise<string>>()
  const cookie = (as: Role) => {
    const known = signedIn.get(as) ?? signIn(address, as)
    signedIn.set(as, known)
    return known
  }
  return {
    address,
    cookie,
    folder,
    output,
    page: async (size = "desk", { locale = "zh", script = true, as = "reviewer" } = {}) => {
      const context = await browser.newContext({
        viewport: widths[size],
        baseURL: address,
        javaScriptEnabled: script,
      })
      if (locale === "en") await context.addCookies([{ name: "fadu-locale", value: "en", url: address }])
      if (as) {
        const [name = "", value = ""] = (await cookie(as)).split("=")
        await context.addCookies([{ name, value, url: address }])
      }
      return context.newPage()
    },
    kill: async () => {
      await browser.close()
      const ended = new Promise((done) => child.once("exit", done))
      for (const pid of child.pid ? family(child.pid) : []) process.kill(pid, "SIGKILL")
      await ended
    },
    close: async () => {
      await browser.close()
      const ended = new Promise((done) => child.once("exit", done))
      child.kill("SIGTERM")
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Signs in as one of the prepared accounts. Returns `name=value` of the session cookie. */
export async function signIn(address: string, username: string, password = walkPassword): Promise<string> {
  const body = new FormData()
  body.set("username", username)
  body.set("password", password)
  const response = await fetch(`${address}/session`, { method: "POST", body, headers: { origin: address } })
  const cookie = response.headers.getSetCookie()[0]?.split(";")[0]
  if (!response.ok || !cookie) throw new Error(`cannot sign in as ${username}: ${await response.text()}`)
  return cookie
}

function collect(child: ChildProcess): () => string {
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data: Buffer) => {
      output += data
    })
  }
  return () => output
}

async function ready(address: string, child: ChildProcess, output: () => string, said: string) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the site stopped at its start:\n${output()}`)
    const answers = await fetch(address).then(
      (response) => response.status < 500,
      () => false,
    )
    if (answers && output().includes(said)) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`the site did not start:\n${output()}`)
}
