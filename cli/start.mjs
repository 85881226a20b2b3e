// npm start: needs nothing but Node and npm. Installs what is missing, then hands over to serve.ts.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { install } from "./install.mjs"

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
if (major < 20 || (major === 20 && minor < 9)) {
  console.error(`需要 Node.js 20.9 或更新版本 / needs Node.js 20.9 or newer (here ${process.versions.node})`)
  process.exit(1)
}
if (!existsSync("package-lock.json")) {
  console.error("请在项目文件夹中运行 / run this in the project's folder")
  process.exit(1)
}
if (!install()) {
  console.error(
    "依赖安装失败，请检查网络后重试 / packages could not be installed: check the network and try again",
  )
  process.exit(1)
}
const child = spawn(process.execPath, ["--import", "tsx", "cli/serve.ts", ...process.argv.slice(2)], {
  stdio: "inherit",
})
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
