import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

const sources = [
  "app",
  "catalogue",
  "checks",
  "components",
  "db",
  "documents",
  "exports",
  "extraction",
  "services",
  "statistics",
]
const files = [
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
]
const stamp = ".next/fadu-sources"

/** Builds the site unless the last build was of the same sources. Throws if the build fails, with its output. */
export async function buildSite(): Promise<"built" | "fresh"> {
  const now = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return "fresh"
  await new Promise<void>((done, fail) => {
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    const keep = (data: Buffer) => {
      output += data
    }
    child.stdout.on("data", keep)
    child.stderr.on("data", keep)
    child.on("exit", (code) => (code === 0 ? done() : fail(new Error(`next build:\n${output}`))))
  })
  writeFileSync(stamp, now)
  return "built"
}

function hashOfSources(): string {
  const hash = createHash("sha256")
  const add = (path: string) => hash.update(path).update(readFileSync(path))
  for (const folder of sources) {
    if (!existsSync(folder)) continue
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )
    for (const path of names.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort())
      add(path)
  }
  for (const file of files) if (existsSync(file)) add(file)
  return hash.digest("hex")
}
