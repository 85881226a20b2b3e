import { connect, type OpenDatabase } from "@/db/connect"
import { openEmbedded } from "@/db/embedded/open-embedded"
import type { Config } from "@/services/config"

/** A database that is open, and, for the embedded one, the socket where other processes reach it. */
export type OpenedDatabase = OpenDatabase & { socket: string | null }

/** Opens the configured database: the server of DATABASE_URL, else the embedded one of the data folder, joining the
 * process that already runs it. Throws where it cannot be reached. */
export async function openDatabase(config: Config): Promise<OpenedDatabase> {
  if (config.databaseUrl) return { ...connect({ url: config.databaseUrl }), socket: null }
  const embedded = await openEmbedded(config.dataFolder)
  const { db, close } = connect({ socket: embedded.socket })
  const closeBoth = async () => {
    await close()
    await embedded.close()
  }
  return { db, close: closeBoth, socket: embedded.socket }
}
