import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:net"
import { join } from "node:path"
import nextEnv from "@next/env"
import { firstLink } from "@/services/accounts/write-link"
import { noteHead } from "@/services/audit-heads"
import { type Config, readConfig, siteAddress } from "@/services/config"
import { terminalActor } from "@/services/desk"
import { migrate } from "@/services/migrate"
import { foreseeSocket, openDatabase } from "@/services/open-database"
import { isDatabaseAway } from "@/services/problem"
import { knowsDemonstration } from "@/services/view-demonstration"

// The body of `npm start`: configuration, then database and pages side by side, and the site's process as soon as there are
// pages. It listens when it is told that the database is ready.

function stop(line: string): never {
  console.error(line)
  process.exit(1)
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer()
    server.once("error", () => done(false))
    server.listen(port, host, () => server.close(() => done(true)))
  })
}

/** Opens the database and brings it to what this program needs. What only a first start needs is read only then. */
async function prepareDatabase(config: Config) {
  const opened = await openDatabase(config)
  await migrate(opened.owner)
  const from = { channel: "terminal", address: null } as const
  const desk = { database: opened.database, actor: terminalActor, from, now: new Date() }
  if (!(await knowsDemonstration(desk))) {
    const { loadDemonstration } = await import("@/services/load-demonstration")
    await loadDemonstration(opened.database, new Date(), (done, of) => {
      if (done % 30 === 0 || done === of) console.log(`演示数据 / demonstration data ${done}/${of}`)
    })
  }
  const now = new Date()
  await noteHead(opened.owner, config.dataFolder, now)
  return { ...opened, first: await firstLink({ ...desk, now }) }
}

function stopWithoutDatabase(error: Error, config: Config): never {
  if (!isDatabaseAway(error)) throw error
  return stop(
    config.databaseUrl
      ? "无法连接 DATABASE_URL 指定的数据库，请检查地址、口令和服务 / cannot reach the database of DATABASE_URL: check address, password and server"
      : `无法打开 ${config.dataFolder} 中的内置数据库 / cannot open the embedded database in ${config.dataFolder}`,
  )
}

/** Megabytes for what requests leave behind, from the start: in less, much of it is still in use when it is cleared up, and is
 * moved about. It is what Node would allow in the end. */
const roomForRequests = "--min-semi-space-size=16"

/** Starts the site's process; it gets ready, and waits to be told that the database is. */
function startSite(socket: string | null): ChildProcess {
  return spawn(process.execPath, [roomForRequests, join(process.env.FADU_PROCESSES ?? "", "site.mjs")], {
    env: {
      ...process.env,
      ...(socket ? { FADU_SOCKET: socket } : {}),
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
    },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  })
}

/** Runs Fadu until it is stopped. `buildPages` builds the pages unless they are of today's sources, and throws if it fails. */
export async function serve(buildPages: () => Promise<void>): Promise<void> {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })
  const outcome = readConfig(process.env)
  if ("fault" in outcome) stop(outcome.fault)
  const { config } = outcome
  if (!(await isFree(config.port, config.host))) {
    stop(
      `端口 ${config.port} 已被占用，请用 PORT 指定另一个 / port ${config.port} is taken: choose another with PORT`,
    )
  }
  console.log("法度 Fadu：正在准备 / getting ready …")
  const [database, site] = await Promise.all([
    prepareDatabase(config).catch((error: Error) => stopWithoutDatabase(error, config)),
    buildPages().then(
      () => startSite(foreseeSocket(config)),
      (error: Error) => stop(error.message),
    ),
  ])
  site.stdout?.on("data", (data: Buffer) => {
    if (String(data).includes("Ready")) console.log(whatNext(config, database))
  })

  let stopping = false
  async function end(code: number) {
    if (stopping) return
    stopping = true
    site.kill("SIGTERM")
    await database.close()
    process.exit(code)
  }
  if (site.connected) site.send("database ready")
  else void end(1)
  site.on("exit", (code) => void end(code ?? 0))
  process.on("SIGINT", () => void end(0))
  process.on("SIGTERM", () => void end(0))
}

function whatNext(config: Config, database: { socket: string | null; first: string | null }): string {
  const address = siteAddress(config)
  return [
    "",
    `  法度 Fadu  ${address}`,
    "",
    "  下一步 / next: 打开上面的地址；在“导入”页选择报告文件，逐条核对，再看图表。",
    "                 Open the address; choose report files on the import page, decide on each figure, see the charts.",
    "  命令行 / terminal: npm run --silent fadu -- help",
    ...(database.first
      ? [
          "  第一次使用：打开下面的链接建立管理员账号，24 小时内有效，只能用一次 /",
          "  First start: open this link to create the administrator; it works once, for 24 hours:",
          `  ${address}/link/${database.first}`,
        ]
      : []),
    ...(config.address?.protocol === "http:"
      ? [
          "  FADU_ADDRESS 不是 https，口令会以明文经过网络 / without https passwords cross the network in the clear",
        ]
      : []),
    ...(database.socket
      ? [
          `  内置数据库在 ${config.dataFolder}，每小时备份到其中的 backups，适合试用 /`,
          "  The embedded database is for trial and small use; it is backed up hourly.",
        ]
      : []),
    "  停止 / stop: Ctrl+C",
    "",
  ].join("\n")
}
