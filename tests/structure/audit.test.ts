import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"

const folder = mkdtempSync(join(tmpdir(), "fadu-audit-"))
afterAll(() => rmSync(folder, { recursive: true }))

const advisory = {
  ...{ source: 1, name: "left", title: "Reads too far", severity: "high" },
  url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
}
const bad = { vulnerabilities: { left: { via: [advisory] }, right: { via: ["left"] } } }

/** The audit's exit and words on a saved report, with exceptions, on a day. */
function audit(report: unknown, exceptions: unknown = [], env: Record<string, string> = {}) {
  const [saved, allowed] = [join(folder, "report.json"), join(folder, "exceptions.json")]
  writeFileSync(saved, typeof report === "string" ? report : JSON.stringify(report))
  writeFileSync(allowed, JSON.stringify(exceptions))
  const args = [
    "tests/audit-dependencies.mjs",
    "--report",
    saved,
    "--exceptions",
    allowed,
    "--today",
    "2026-12-01",
  ]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    ...{ encoding: "utf8", env: { ...process.env, FADU_AUDIT: "", ...env } },
  })
  return { status, words: stdout + stderr }
}
const excuse = { advisory: "GHSA-aaaa-bbbb-cccc", reason: "not reached", until: "2027-01-01" }

test("an advisory without an exception is an error, with one that still holds it is not", () => {
  expect(audit({ vulnerabilities: {} }).status).toBe(0)
  expect(audit(bad)).toMatchObject({
    status: 1,
    words: expect.stringContaining("GHSA-aaaa-bbbb-cccc left (high)"),
  })
  expect(audit(bad, [excuse]).status).toBe(0)
})

test("an exception without reason, past its day, or that nothing needs is an error", () => {
  expect(audit(bad, [{ ...excuse, reason: "" }]).status).toBe(1)
  expect(audit(bad, [{ ...excuse, until: "2026-11-30" }]).words).toContain("ended on 2026-11-30")
  expect(audit({ vulnerabilities: {} }, [excuse]).words).toContain("nothing needs this exception")
})

test("a registry that serves no advisories is never taken for a clean bill", () => {
  const refusal = { message: "405 Method Not Allowed", error: { summary: "", detail: "" } }
  for (const answer of [refusal, "", "<html>"]) {
    expect(audit(answer)).toMatchObject({ status: 3, words: expect.stringContaining("NOT AUDITED") })
    expect(audit(answer, [], { FADU_AUDIT: "optional" })).toMatchObject({
      ...{ status: 0, words: expect.stringContaining("NOT AUDITED") },
    })
  }
})
