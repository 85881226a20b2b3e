// npm run verify: formatting, lint, types, import directions, structure. Under 30 seconds, no database.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { install } from "../cli/install.mjs"

const folders = [
  "app",
  "catalogue",
  "checks",
  "cli",
  "components",
  "db",
  "demo",
  "documents",
  "exports",
  "extraction",
  "services",
  "statistics",
]
const node = process.execPath
export const checks = [
  [
    "format and lint / 格式与规范",
    [node, "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings", "."],
  ],
  ["types / 类型", [node, "node_modules/typescript-7/bin/tsc", "--noEmit"]],
  [
    "import directions / 引用方向",
    [
      node,
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      ...folders.filter((name) => existsSync(name)),
    ],
  ],
  [
    "structure / 结构",
    [node, "node_modules/vitest/vitest.mjs", "run", "--config", "tests/structure/vitest.config.ts"],
  ],
]

/** Runs one check; its output is shown only where it fails. */
function run([name, [command, ...args]]) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data))
    child.on("exit", (code) => {
      console.log(`${code === 0 ? "✓" : "✗"} ${name}`)
      if (code !== 0) console.log(output)
      done(code === 0)
    })
  })
}

/** All checks, side by side. Returns how many passed and failed. */
export async function verify() {
  const results = await Promise.all(checks.map(run))
  const passed = results.filter(Boolean).length
  return { passed, failed: results.length - passed }
}

if (process.argv[1]?.endsWith("verify.mjs")) {
  if (!install()) process.exit(1)
  const { passed, failed } = await verify()
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}
