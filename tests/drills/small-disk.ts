import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A disk of its own, of so many megabytes, in memory. `fill` leaves no room on it, `clear` gives it back; temporary folders
 * of what is made `within` are on it. */
export type SmallDisk = {
  path: string
  fill(): void
  clear(): void
  within<Made>(make: () => Made): Made
  close(): void
}

const isRoot = process.getuid?.() === 0
const asRoot = (command: string, ...args: string[]) =>
  execFileSync(isRoot ? command : "sudo", isRoot ? args : ["-n", command, ...args], { stdio: "pipe" })

/** Mounts a small disk; that is for root alone, or for whoever may sudo without a password. */
export function openSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), "fadu-disk-"))
  asRoot("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "tmpfs", path)
  const ballast = join(path, "ballast")
  return {
    path,
    fill() {
      for (const size of [1 << 20, 1 << 12]) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: "a" })
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error
        }
      }
    },
    clear: () => unlinkSync(ballast),
    within(make) {
      const usual = tmpdir()
      process.env.TMPDIR = path
      try {
        return make()
      } finally {
        process.env.TMPDIR = usual
      }
    },
    close() {
      asRoot("umount", "-l", path)
      rmSync(path, { recursive: true, force: true })
    },
  }
}
