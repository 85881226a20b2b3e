// npm run drill -- NAME [arguments]: what takes too long for every test run. `fuzz` writes its figures to bench/drill.json;
// `kill` [TIMES] kills what works on either database so often (200) and says what it found; `away` [SECONDS] takes the database
// away from a running site for so long (30).
import { spawnSync } from "node:child_process"

const [name = "", ...rest] = process.argv.slice(2)
const drills = {
  fuzz: { args: ["--import", "tsx", "bench/fuzz.ts", ...rest], env: {} },
  kill: {
    args: ["node_modules/vitest/vitest.mjs", "run", "tests/drills/kill.test.ts"],
    env: { FADU_DRILL_KILLS: rest[0] ?? "200" },
  },
  away: {
    args: [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--config",
      "tests/walks/vitest.config.ts",
      "tests/walks/away.test.ts",
    ],
    env: { FADU_DRILL_SECONDS: rest[0] ?? "30" },
  },
}
if (!Object.hasOwn(drills, name)) {
  console.error(`没有 / no such drill: ${name} (${Object.keys(drills).join(", ")})`)
  process.exit(2)
}
const { args, env } = drills[name]
const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } })
process.exit(status ?? 1)
