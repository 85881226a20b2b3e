import nextEnv from "@next/env"
import { CommandFailure } from "@/cli/command-failure"
import { type Config, readConfig } from "@/services/config"
import { type Actor, type Desk, terminalActor } from "@/services/desk"
import { migrate } from "@/services/migrate"
import { type OpenedDatabase, openDatabase } from "@/services/open-database"
import { isDatabaseAway } from "@/services/problem"

/** The configuration from the environment and `.env`. Throws CommandFailure on a bad value. */
export function configure(): Config {
  nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })
  const outcome = readConfig(process.env)
  if ("fault" in outcome) throw new CommandFailure(outcome.fault, 2)
  return outcome.config
}

/** Runs a command at the desk of whoever sits at the terminal, on a database brought to the newest schema; works beside
 * the running site. */
export function atDesk<T>(
  work: (desk: Desk, config: Config, opened: OpenedDatabase) => Promise<T>,
  actor: Actor = terminalActor,
): Promise<T> {
  return atDatabase(async (opened, config) => {
    await migrate(opened.owner)
    const from = { channel: "terminal", address: null } as const
    return work({ database: opened.database, actor, from, now: new Date() }, config, opened)
  })
}

/** Runs a command on the configured database as it is. */
export async function atDatabase<T>(
  work: (opened: OpenedDatabase, config: Config) => Promise<T>,
): Promise<T> {
  const config = configure()
  const away = (error: unknown) =>
    new CommandFailure(
      `数据库连不上 / the database cannot be reached: ${config.databaseUrl ? "DATABASE_URL" : config.dataFolder}\n${rootOf(error)}`,
      1,
    )
  const opened = await openDatabase(config).catch((error: unknown) => {
    throw away(error)
  })
  try {
    return await work(opened, config)
  } catch (error) {
    throw isDatabaseAway(error) ? away(error) : error
  } finally {
    await opened.close()
  }
}

function rootOf(error: unknown): string {
  let cause = error
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause
  return cause instanceof Error ? cause.message || String((cause as { code?: string }).code) : String(cause)
}
