import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const stamp = "node_modules/.fadu-installed"

/** Installs the packages of the lock file unless that was done already. Returns false where npm failed. */
export function install() {
  const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex")
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return true
  console.log("正在安装依赖 / installing packages …")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const options = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]
  const run = (command) =>
    spawnSync(npm, [command, ...options], { stdio: "inherit", shell: process.platform === "win32" })
  if (run("ci").status !== 0) return false
  writeFileSync(stamp, lock)
  return true
}
