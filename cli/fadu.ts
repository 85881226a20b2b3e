import { parseArgs } from "node:util"
import { CommandFailure } from "@/cli/command-failure"

const usage = `法度 fadu：

  fadu extract FILE… --json          读出数字，不需要数据库 / read figures, needs no database
  fadu explain FILE --at OFFSET      说明某处为何这样读 / say why a place is read as it is
  fadu import FILE…|FOLDER [--town CODE] [--year YEAR]
                                     导入报告 / store reports and their readings
  fadu reread [--region COUNTY]      用现在的规则重读已导入的报告 / read stored reports again with today's rules
  fadu migrate                       升级数据库结构 / bring the database to the newest schema
  fadu check                         检查数据库、引文、合计和审计日志 / check the database, every quote and total, and the audit log
  fadu backup [FILE]                 备份全部数据，可以边用边备 / back everything up, while people work
  fadu restore FILE [--replace]      恢复备份；先查验，全部或全不 / put a backup back: verified first, all or nothing
  fadu move postgres://…             把全部数据搬到 PostgreSQL / copy everything to a PostgreSQL server
  fadu account create|reset USERNAME [--name NAME --role ROLE --town CODE]
                                     给出设置口令的一次性链接 / print a one-time link to choose a password
  fadu empty-demonstration           清空演示数据 / remove the demonstration data
`

type Options = {
  json?: boolean
  replace?: boolean
  at?: string
  town?: string
  year?: string
  region?: string
  name?: string
  role?: string
}
type Command = (files: string[], options: Options) => Promise<number>

/** Each command loads only what it needs. */
const commands: Readonly<Record<string, Command>> = {
  extract: async (files, options) => (await import("@/cli/extract")).runExtract(files, options),
  explain: async (files, options) => (await import("@/cli/explain")).runExplain(files, options),
  import: async (files, options) => (await import("@/cli/import")).runImport(files, options),
  reread: async (_, options) => (await import("@/cli/reread")).runReread(options),
  migrate: async () => (await import("@/cli/maintain")).runMigrate(),
  account: async (words, options) => (await import("@/cli/account")).runAccount(words, options),
  backup: async (files) => (await import("@/cli/backup")).runBackup(files),
  restore: async (files, { replace }) => (await import("@/cli/backup")).runRestore(files, replace ?? false),
  move: async (files) => (await import("@/cli/backup")).runMove(files),
  check: async () => (await import("@/cli/maintain")).runCheck(),
  "empty-demonstration": async () => (await import("@/cli/maintain")).runEmptyDemonstration(),
}
const needsFiles = new Set(["extract", "explain", "import", "restore", "move"])

async function main(): Promise<number> {
  const option = { type: "string" } as const
  const options = {
    json: { type: "boolean" },
    replace: { type: "boolean" },
    at: option,
    town: option,
    year: option,
    region: option,
    name: option,
    role: option,
  } as const
  const parsed = parseArgs({ allowPositionals: true, options })
  const [name = "help", ...files] = parsed.positionals
  const command = commands[name]
  if (name === "help") {
    console.log(usage)
    return 0
  }
  if (!command || (needsFiles.has(name) && files.length === 0)) throw new CommandFailure(usage, 2)
  return command(files, parsed.values)
}

try {
  process.exitCode = await main()
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error
  if (!(error instanceof CommandFailure) && !isUsage) throw error
  console.error(error.message)
  process.exitCode = error instanceof CommandFailure ? error.code : 2
}
