// npm start: needs nothing but Node and npm. Installs what is missing, then hands over to serve.ts, as it was built.
import { existsSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { buildProcesses, processFolder } from "./build-site.mjs"
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
const buildPages = await buildProcesses()
process.env.FADU_PROCESSES = processFolder
const { serve } = await import(pathToFileURL(join(processFolder, "serve.mjs")).href)
await serve(buildPages)
