import { type ChildProcess, spawn } from "node:child_process"
import { existsSync, rmSync } from "node:fs"
import { type Browser, chromium, type Page } from "playwright-core"
import { inject } from "vitest"
import { freePort } from "@/tests/databases"
import { copyDemonstration } from "@/tests/walks/prepare"

const chromiumPath = "/usr/bin/chromium"
const widths = { desk: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } }

export type Site = {
  address: string
  /** The data folder of this site's embedded database. */
  folder: string
  output(): string
  page(size?: keyof typeof widths, options?: { locale?: "zh" | "en"; script?: boolean }): Promise<Page>
  close(): Promise<void>
}

/** Starts the built site by the very command that users type, on a free port with a copy of the demonstration data, and a
 * browser for it. Pages fail the test on any error in their console. */
export async function openSite(environment: Record<string, string> = {}): Promise<Site> {
  if (!existsSync(chromiumPath)) throw new Error("Chromium is not installed: apt-get install chromium")
  const port = await freePort()
  const folder = copyDemonstration(inject("demonstrationFolder"))
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
  await ready(address, child, output)
  const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ]
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...flags, "--disable-sync"],
  })
  return {
    address,
    folder,
    output,
    page: async (size = "desk", { locale = "zh", script = true } = {}) => {
      const context = await browser.newContext({
        viewport: widths[size],
        baseURL: address,
        javaScriptEnabled: script,
      })
      if (locale === "en") await context.addCookies([{ name: "fadu-locale", value: "en", url: address }])
      return context.newPage()
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

function collect(child: ChildProcess): () => string {
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (data: Buffer) => {
      output += data
    })
  }
  return () => output
}

async function ready(address: string, child: ChildProcess, output: () => string) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the site stopped at its start:\n${output()}`)
    const answers = await fetch(address).then(
      (response) => response.status < 500,
      () => false,
    )
    if (answers && output().includes(address)) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Error(`the site did not start:\n${output()}`)
}
