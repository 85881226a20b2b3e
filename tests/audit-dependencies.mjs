// npm run audit: what the registry knows against the packages that the site runs on. Each advisory is an error unless
// audit-exceptions.json says why it may stand, and until when; an exception that nothing needs is an error too.
// FADU_AUDIT=optional: where the registry serves no advisories, say so loudly and go on; without it that is an error.
// --report FILE: judge a saved report of `npm audit --omit=dev --json`.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"

const option = (name) => {
  const at = process.argv.indexOf(name)
  return at < 0 ? null : (process.argv[at + 1] ?? null)
}
const exceptionsFile = option("--exceptions") ?? new URL("audit-exceptions.json", import.meta.url)
const exceptions = JSON.parse(readFileSync(exceptionsFile, "utf8"))
const today = option("--today") ?? new Date().toISOString().slice(0, 10)

function readReport() {
  const saved = option("--report")
  if (saved) return readFileSync(saved, "utf8")
  const npm = process.platform === "win32" ? "npm.cmd" : "npm"
  const shell = process.platform === "win32"
  return spawnSync(npm, ["audit", "--omit=dev", "--json"], { encoding: "utf8", shell }).stdout
}

/** The advisories of a report, each once; null where it is no report. */
function advisoriesOf(text) {
  let report = null
  try {
    report = JSON.parse(text)
  } catch {
    return null
  }
  if (!report?.vulnerabilities) return null
  const found = new Map()
  for (const { via } of Object.values(report.vulnerabilities))
    for (const each of via)
      if (typeof each === "object") found.set(each.url?.split("/").at(-1) ?? String(each.source), each)
  return found
}

const found = advisoriesOf(readReport())
if (found === null) {
  const words = "没有审计：此注册源不提供安全公告 / NOT AUDITED: this registry serves no advisories"
  console.error(words)
  if (process.env.FADU_AUDIT === "optional") process.exit(0)
  console.error("FADU_AUDIT=optional 可放行 / lets it pass")
  process.exit(3)
}
const faults = []
for (const [id, { name, severity, title }] of found)
  if (!exceptions.some((one) => one.advisory === id)) faults.push(`${id} ${name} (${severity}): ${title}`)
for (const { advisory, reason, until } of exceptions) {
  if (!reason || !until) faults.push(`${advisory}: 例外须有原因和期限 / an exception needs reason and until`)
  else if (until < today) faults.push(`${advisory}: 例外已过期 / the exception ended on ${until}`)
  if (!found.has(advisory)) faults.push(`${advisory}: 例外已无用 / nothing needs this exception`)
}
for (const fault of faults) console.error(fault)
console.log(
  `${found.size} 条公告 / advisories, ${exceptions.length} 个例外 / exceptions, ${faults.length} 个问题 / faults`,
)
process.exit(faults.length === 0 ? 0 : 1)
