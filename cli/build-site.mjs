import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"

/** Whatever a build is made of: the pages, and what the processes hold beside. */
export const sources = {
  pages: [
    ...["app", "catalogue", "checks", "components", "db", "documents", "exports", "extraction", "services"],
    ...["statistics", "instrumentation.ts", "next.config.js", "package-lock.json", "postcss.config.mjs"],
    "tsconfig.json",
  ],
  processes: ["cli", "demo"],
}
const stamps = { pages: ".next/fadu-sources", processes: "node_modules/.fadu/sources" }

/** Where the processes of a start are, each in a file: through tsx they would be read from hundreds, which takes longer than
 * all that they do. */
export const processFolder = resolve("node_modules/.fadu")
const processes = {
  serve: "cli/serve.ts",
  site: "cli/serve-site.ts",
  database: "db/embedded/server.ts",
  reader: "services/reader-process.ts",
}

/** What packages of the older form ask for, which a module has to make. */
const requireOfModules = `import { createRequire as $from } from "node:module"; const require = $from(import.meta.url);`

function addTo(hash, path) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort())
    hash.update(file).update(readFileSync(file))
}

/** What tells whether a build is of today's sources: one hash for the pages, one for the processes, which hold more. */
function hashSources() {
  const hash = createHash("sha256")
  const add = (path) =>
    path.includes(".") ? hash.update(path).update(readFileSync(path)) : addTo(hash, path)
  sources.pages.forEach(add)
  const pages = hash.copy().digest("hex")
  sources.processes.forEach(add)
  return { pages, processes: hash.digest("hex") }
}

/** One file for each process, and what several share. `more` are options of the bundler's. */
export async function bundleProcesses(more = {}) {
  const { build, stop } = await import("esbuild")
  const { default: site } = await import("../next.config.js")
  const built = await build({
    ...{ entryPoints: processes, outdir: processFolder, outExtension: { ".js": ".mjs" }, logLevel: "error" },
    ...{ bundle: true, splitting: true, platform: "node", format: "esm", target: "node20" },
    define: { "process.env.NODE_ENV": '"production"' },
    // Packages that find files of their own beside them, and large ones that few starts need.
    external: [...site.serverExternalPackages, "next", "@next/env", "@electric-sql/pglite", "better-auth"],
    banner: { js: requireOfModules },
    ...more,
  })
  await stop()
  return built
}

async function runNextBuild() {
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data))
  const code = await new Promise((done) => child.on("exit", done))
  if (code !== 0) throw new Error(`next build:\n${output}`)
}

/** Builds the processes of a start unless the last build was of the same sources. Returns what does so for the pages, and
 * throws if it fails, with the builder's words. */
export async function buildProcesses() {
  const now = hashSources()
  const bring = async (part, build) => {
    if (existsSync(stamps[part]) && readFileSync(stamps[part], "utf8") === now[part]) return
    await build()
    writeFileSync(stamps[part], now[part])
  }
  await bring("processes", async () => {
    rmSync(processFolder, { recursive: true, force: true })
    await bundleProcesses()
  })
  return () => bring("pages", runNextBuild)
}

/** Builds all that a start needs. */
export async function buildSite() {
  const buildPages = await buildProcesses()
  await buildPages()
}
