// npm run bench [part …]: runs each part, which writes its own part of bench/results.json. What measures our own code is built
// first as the site is (no names kept for debugging); what measures pages starts the built site, and runs as it stands.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"

const known = ["extraction", "queries", "import", "http", "memory", "embedded", "pages"]
const asItStands = new Set(known.slice(1))
const asked = process.argv.slice(2)
const unknown = asked.filter((part) => !known.includes(part))
if (unknown.length > 0) {
  console.error(`没有 / no such part: ${unknown.join(" ")} (${known.join(", ")})`)
  process.exit(2)
}
const folder = mkdtempSync(join(process.cwd(), "node_modules/.bench-"))
let failed = 0
for (const part of asked.length > 0 ? asked : known) {
  const outfile = join(folder, `${part}.mjs`)
  const run = (...args) => spawnSync(process.execPath, args, { stdio: "inherit" }).status
  if (asItStands.has(part)) {
    if (run("--import", "tsx", `bench/${part}.ts`) !== 0) failed += 1
    continue
  }
  const common = { bundle: true, platform: "node", format: "esm", logLevel: "error", packages: "external" }
  await build({ ...common, entryPoints: [`bench/${part}.ts`], outfile })
  if (run(outfile) !== 0) failed += 1
}
rmSync(folder, { recursive: true })
// The table in the README as every other file is.
spawnSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", "format", "--write", "bench/README.md"])
process.exit(failed === 0 ? 0 : 1)
