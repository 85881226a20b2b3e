import { type SealedDatabase, seal } from "@/db/as-actor"
import { connect, type Database, type DatabaseTarget } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import { readOwner, socketOf } from "@/db/embedded/owner"
import type { Config } from "@/services/config"

/** A database that is open: `database` for services, `owner` for migrations and checks only, and, for the embedded one,
 * the socket where other processes reach it. */
export type OpenedDatabase = {
  database: SealedDatabase
  owner: Database
  socket: string | null
  close(): Promise<void>
}

/** Opens the configured database: the server of DATABASE_URL, else the embedded one of the data folder, joining the
 * process that already runs it. Throws where it cannot be reached. */
export async function openDatabase(
  config: Pick<Config, "databaseUrl" | "dataFolder">,
): Promise<OpenedDatabase> {
  if (config.databaseUrl) return openServer(config.databaseUrl)
  const embedded = await openEmbedded(config.dataFolder)
  return open({ socket: embedded.socket }, embedded.socket, embedded.close)
}

/** Where the embedded database will listen, known before it does; null for a server. */
export function foreseeSocket({
  databaseUrl,
  dataFolder,
}: Pick<Config, "databaseUrl" | "dataFolder">): string | null {
  return databaseUrl ? null : (readOwner(dataFolder)?.socket ?? socketOf(dataFolder))
}

/** Opens the server of a URL. */
export const openServer = (url: string): OpenedDatabase => open({ url }, null, async () => {})

function open(target: DatabaseTarget, socket: string | null, release: () => Promise<void>): OpenedDatabase {
  const owner = connect(target)
  const app = connect(target, "fadu_app")
  const close = async () => {
    await Promise.all([owner.close(), app.close()])
    await release()
  }
  return { database: seal(app.db), owner: owner.db, socket, close }
}
