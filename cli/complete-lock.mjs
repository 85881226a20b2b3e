// After a change of dependencies: node cli/complete-lock.mjs
// A registry mirror may lack packages for other platforms, npm then leaves them out of the lock file, and `npm ci` refuses
// it everywhere. This adds each missing optional platform package with the version that its parent pins.
import { readFileSync, writeFileSync } from "node:fs"

const systems = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "openharmony",
  "aix",
  "netbsd",
  "openbsd",
  "sunos",
]
const processors = [
  "arm64",
  "x64",
  "arm",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "wasm32",
  "mips64el",
]

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"))
for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`
    if (lock.packages[path]) continue
    const words = name.split(/[/-]/)
    const os = systems.filter((system) => words.includes(system))
    const cpu = processors.filter((processor) => words.includes(processor))
    const libc = words.includes("musl") ? ["musl"] : os[0] === "linux" ? ["glibc"] : null
    if (os.length === 0 && cpu.length === 0) continue
    const arm = words.includes("gnueabihf") || words.includes("androideabi") ? ["arm"] : cpu
    lock.packages[path] = {
      version,
      cpu: arm,
      ...(parent.dev ? { dev: true } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
      ...(libc && os[0] === "linux" ? { libc } : {}),
    }
    console.log(`+ ${name}@${version}`)
  }
}
const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
