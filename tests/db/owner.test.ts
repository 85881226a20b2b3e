import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { claim } from "@/db/embedded/owner"

test("a folder is its owner's while that runs, and free once it was killed, buried or not", async () => {
  // It leaves a child behind that has ended, and never asks for it.
  const parent = spawn("sh", ["-c", "sleep 0.1 & echo $!; exec sleep 60"])
  const [said] = (await once(parent.stdout, "data")) as [Buffer]
  const folder = mkdtempSync(join(tmpdir(), "fadu-owner-"))
  const ownedBy = (pid: number) =>
    writeFileSync(join(folder, "owner.json"), JSON.stringify({ pid, socket: "", since: "" }))
  ownedBy(parent.pid ?? 0)
  expect(claim(folder)).toMatchObject({ heldBy: { pid: parent.pid } })
  await expect
    .poll(() => {
      ownedBy(Number(String(said)))
      return claim(folder)
    })
    .toMatchObject({ claimed: { pid: process.pid } })
  parent.kill()
  rmSync(folder, { recursive: true })
})
