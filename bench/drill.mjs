// npm run drill -- NAME [arguments]: what takes too long for every test run. Figures go to bench/drill.json.
import { spawnSync } from "node:child_process"

const drills = { fuzz: "bench/fuzz.ts" }
const [name = "", ...rest] = process.argv.slice(2)
if (!Object.hasOwn(drills, name)) {
  console.error(`没有 / no such drill: ${name} (${Object.keys(drills).join(", ")})`)
  process.exit(2)
}
const { status } = spawnSync(process.execPath, ["--import", "tsx", drills[name], ...rest], {
  stdio: "inherit",
})
process.exit(status ?? 1)
