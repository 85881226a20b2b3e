import { readFileSync } from "node:fs"
import { validate } from "dockerfile-utils"
import { expect, test } from "vitest"
import packageJson from "../../package.json"

const read = (file: string) => readFileSync(file, "utf8")

test("the Dockerfile has no fault, runs as nobody in particular, and asks whether it is ready", () => {
  const text = read("Dockerfile")
  expect(validate(text).map(({ message }) => message)).toEqual([])
  expect(validate("FROM a\nRUNN b\n").length).toBeGreaterThan(0)
  const last = text.slice(text.lastIndexOf("FROM "))
  expect(last).toMatch(/^USER node$/m)
  expect(last).toMatch(/HEALTHCHECK .*\/readyz/)
  expect(packageJson.engines.node).toBe(">=20.9")
  expect(text.match(/^FROM node:20-bookworm-slim/gm)).toHaveLength(2)
})

test("what the deployment files name is there", () => {
  const commands = [read("deploy/fadu.service"), read("deploy/fadu-backup.service"), read("Dockerfile")].join(
    "\n",
  )
  for (const [file] of commands.matchAll(/cli\/[\w-]+\.(ts|mjs)/g)) expect(() => read(file)).not.toThrow()
  for (const unit of ["fadu.service", "fadu-backup.service", "fadu-backup.timer"])
    expect(read(`deploy/${unit}`)).toMatch(/^\[Unit\]$/m)
  expect(read("deploy/nginx.conf")).toContain("proxy_set_header X-Forwarded-For $remote_addr")
})

test("every setting of the program stands in docs/settings.md, and none that it does not know", () => {
  const known = new Set(
    read("services/config.ts")
      .match(/^ {2}([A-Z][A-Z_]+):/gm)
      ?.map((name) => name.trim().slice(0, -1)),
  )
  const told = new Set([...read("docs/settings.md").matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name))
  expect(known.size).toBeGreaterThan(8)
  expect([...told].sort()).toEqual([...known].sort())
})

test("every test that docs/security.md names is there", () => {
  const named = [...read("docs/security.md").matchAll(/`(tests\/[\w./-]+)`/g)].map(([, file]) => file ?? "")
  expect(named.length).toBeGreaterThan(15)
  for (const file of named) expect(() => read(file), file).not.toThrow()
})
