import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { expect, test } from "vitest"

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean)
const source = tracked.filter((file) => /\.(ts|tsx|mjs)$/.test(file))
const product = source.filter((file) => !/^(tests|bench)\//.test(file) && !/^[^/]+$/.test(file))
const read = (file: string) => readFileSync(file, "utf8")
const lines = (file: string) => read(file).split("\n").length - 1

test("files and folders are kebab-case", () => {
  const special = /^(\[[a-z]+\]|README\.md|CONTRIBUTING\.md|LICENSE|Dockerfile|\..+|_.+)$/
  const bad = tracked
    .filter((file) => !file.startsWith("db/migrations/") && !file.startsWith("docs/"))
    .flatMap((file) => file.split("/"))
    .filter((part) => !special.test(part) && !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(part))
  expect(bad).toEqual([])
})

test("no drawers and no barrels", () => {
  const drawers = /(^|\/)(index|utils?|helpers?|common|types|constants|misc|shared)(\.tsx?|\/)/
  expect(product.filter((file) => drawers.test(file))).toEqual([])
})

test("files stay small: 300 lines at most but for catalogue data, the median under 80", () => {
  const counted = product.filter((file) => file !== "catalogue/metrics.ts")
  const long = counted.filter((file) => lines(file) > 300)
  expect(long).toEqual([])
  const sorted = counted.map(lines).sort((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
})

test("folders are at most four deep, routes of app apart", () => {
  const deep = source.filter((file) => !file.startsWith("app/") && file.split("/").length - 1 > 4)
  expect(deep).toEqual([])
})

test("no enum, no any, no skipped test, nothing left open", () => {
  const rules: [RegExp, readonly string[]][] = [
    [/^\s*(export )?(const )?enum /m, product],
    [/[:<(|] ?any\b(?!thing)/, product.filter((file) => !file.endsWith(".mjs"))],
    [/\b(TO)(DO)\b|\bFIX(ME)\b|\bHA(CK)\b/, source],
    [
      /\b(it|test|describe)\.(skip|only|todo|fails)\b/,
      source.filter((file) => !file.startsWith("tests/structure")),
    ],
  ]
  for (const [pattern, files] of rules) {
    expect(
      files.filter((file) => pattern.test(read(file).replace(/"[^"\n]*"|\/\/.*|\/\*\*?[\s\S]*?\*\//g, ""))),
    ).toEqual([])
  }
})

test("no words of the screen in components and routes: they come from the message files", () => {
  const screens = product.filter((file) => /^(app|components)\/.*\.tsx$/.test(file))
  const spoken = screens.filter((file) =>
    /[\u4e00-\u9fff]/.test(read(file).replace(/\/\*\*?[\s\S]*?\*\/|\/\/.*/g, "")),
  )
  expect(spoken.map((file) => basename(file))).toEqual([])
})

test("both languages have the same messages with the same parts", () => {
  const leaves = (value: unknown, path = ""): [string, string][] =>
    typeof value === "string"
      ? [[path, value]]
      : Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
  for (const file of tracked.filter((name) => name.startsWith("catalogue/messages/zh/"))) {
    const zh = leaves(JSON.parse(read(file)))
    const en = new Map(leaves(JSON.parse(read(file.replace("/zh/", "/en/")))))
    expect([...en.keys()].sort(), file).toEqual(zh.map(([key]) => key).sort())
    const empty = zh.filter(([key, text]) => text === "" || en.get(key) === "")
    expect(empty, file).toEqual([])
  }
})

test("dependency-cruiser bites: a component that imports the database, even its types only, is refused", () => {
  const root = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), "fadu-bite-"))
  const files = {
    "tsconfig.json": read("tsconfig.json"),
    "db/connect.ts": "export const connect = 1\nexport type Database = string\n",
    "extraction/candidate.ts": "export type Candidate = string\n",
    "components/a.ts": 'import { connect } from "@/db/connect"\nexport const a = connect\n',
    "components/b.ts": 'import type { Database } from "@/db/connect"\nexport type B = Database\n',
    "components/c.ts": 'import type { Candidate } from "@/extraction/candidate"\nexport type C = Candidate\n',
  }
  for (const name of ["db", "extraction", "components"]) mkdirSync(join(folder, name))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const cruise = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs")
  const args = [cruise, "--config", join(root, ".dependency-cruiser.mjs"), "components"]
  const { stdout, status } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder })
  rmSync(folder, { recursive: true })
  expect(stdout).toMatch(/components-not-db.*a\.ts → db/)
  expect(stdout).toMatch(/components-not-db.*b\.ts → db/)
  expect(stdout).not.toMatch(/c\.ts → extraction/)
  expect(status).not.toBe(0)
})

test("every action of the audit log has its words in both languages", () => {
  const services = product
    .filter((file) => file.startsWith("services/"))
    .map(read)
    .join("\n")
  const actions = new Set(services.match(/(?<=["`])[a-z]+\.[a-z-]+(?=")/g))
  const groups = ["account", "session", "report", "settings", "demonstration"]
  const used = [...actions].filter((action) => groups.includes(action.split(".")[0] ?? ""))
  expect(used).toContain("report.publish")
  for (const locale of ["zh", "en"]) {
    const { actions: named } = JSON.parse(read(`catalogue/messages/${locale}/audit.json`))
    expect(used.filter((action) => !nameOf(named, action))).toEqual([])
  }
})

function nameOf(named: Record<string, Record<string, string>>, action: string): string | undefined {
  const [group = "", verb = ""] = action.split(".")
  return named[group]?.[verb]
}
