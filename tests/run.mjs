// npm test: installs what is missing, then runs everything. Ends with the line "N passed, N failed".
import { spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { install } from "../cli/install.mjs"

const hasServer = () =>
  existsSync("/usr/lib/postgresql") &&
  readdirSync("/usr/lib/postgresql").some((version) =>
    existsSync(`/usr/lib/postgresql/${version}/bin/postgres`),
  )
const hasFont = () =>
  spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" }).stdout?.includes("CJK") ?? false
const needed = [
  ["chromium", () => existsSync("/usr/bin/chromium")],
  ["fonts-noto-cjk", hasFont],
  ["postgresql", hasServer],
  ["pgbouncer", () => existsSync("/usr/sbin/pgbouncer")],
  ["nginx-light", () => existsSync("/usr/sbin/nginx")],
  ["openssl", () => existsSync("/usr/bin/openssl")],
  ["libreoffice-writer-nogui", () => existsSync("/usr/lib/libreoffice/program/libswlo.so")],
  ["libreoffice-calc-nogui", () => existsSync("/usr/lib/libreoffice/program/libsclo.so")],
]

/** Debian's packages that the tests need; installed where we may, named where we may not. */
function installPackages() {
  const missing = needed.filter(([, isThere]) => !isThere()).map(([name]) => name)
  if (missing.length === 0) return true
  const words = `apt-get install -y ${missing.join(" ")}`
  if (process.getuid?.() !== 0) {
    console.error(`请先安装 / please install first: sudo ${words}`)
    return false
  }
  console.log(words)
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" }
  const quiet = { stdio: ["ignore", "ignore", "inherit"], env }
  spawnSync("apt-get", ["update", "-qq"], quiet)
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], quiet)
  const still = needed.filter(([, isThere]) => !isThere()).map(([name]) => name)
  if (still.length > 0) console.error(`安装失败 / could not be installed: ${still.join(" ")}`)
  return still.length === 0
}

/** Runs vitest with a configuration; what it counted comes back from its own report, a crash counts as a failure. */
function vitest(config) {
  const folder = mkdtempSync(join(tmpdir(), "fadu-report-"))
  const file = join(folder, "report.json")
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${file}`]
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", config, ...reporters]
  const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] })
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null
  rmSync(folder, { recursive: true })
  const passed = report?.numPassedTests ?? 0
  const failed = (report?.numFailedTests ?? 0) + (report?.numPendingTests ?? 0)
  return { passed, failed: status === 0 && passed > 0 ? failed : Math.max(failed, 1) }
}

/** Advisories on what is shipped. Where the registry serves none it says so loudly and counts for nothing, unless FADU_AUDIT
 * says otherwise. */
function auditDependencies() {
  const env = { ...process.env, FADU_AUDIT: process.env.FADU_AUDIT ?? "optional" }
  const { status } = spawnSync(process.execPath, ["tests/audit-dependencies.mjs"], { stdio: "inherit", env })
  return { passed: 0, failed: status === 0 ? 0 : 1 }
}

function finish({ passed, failed }) {
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed === 0 ? 0 : 1)
}

const none = { passed: 0, failed: 1 }
if (!install() || !installPackages()) finish(none)
const { verify } = await import("./verify.mjs")
const results = [
  auditDependencies(),
  await verify(),
  vitest("vitest.config.ts"),
  vitest("tests/walks/vitest.config.ts"),
]
const sum = (name) => results.reduce((total, result) => total + result[name], 0)
finish({ passed: sum("passed"), failed: sum("failed") })
