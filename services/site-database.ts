import { type SealedDatabase, seal } from "@/db/as-actor"
import { connect, connectSpread } from "@/db/connect"
import { standbyUrls } from "@/services/config"

let database: SealedDatabase | undefined

/** The site's pool, opened once a process: DATABASE_URL with the
 * standbys of DATABASE_REPLICA_URLS, else the socket of the embedded database, which the start
 * command passes on as FADU_SOCKET. Nothing is sent before the first query. */
export function siteDatabase(environment: Record<string, string | undefined>): SealedDatabase {
  const { DATABASE_URL: url, DATABASE_REPLICA_URLS: standbys, FADU_SOCKET: socket } = environment
  database ??= seal(
    url
      ? connectSpread(url, standbyUrls(standbys ?? "")).db
      : connect({ socket: socket ?? "" }, "fadu_app").db,
  )
  return database
}
