// npm run bench [part …]: builds each part as the site is built (no names kept for debugging) and runs it; each writes its own
// part of bench/results.json.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"

const known = ["extraction", "pages"]
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
  const common = { bundle: true, platform: "node", format: "esm", logLevel: "error", packages: "external" }
  await build({ ...common, entryPoints: [`bench/${part}.ts`], outfile })
  if (spawnSync(process.execPath, [outfile], { stdio: "inherit" }).status !== 0) failed += 1
}
rmSync(folder, { recursive: true })
process.exit(failed === 0 ? 0 : 1)
