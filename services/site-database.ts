import { type SealedDatabase, seal } from "@/db/as-actor"
import { connect } from "@/db/connect"

let database: SealedDatabase | undefined

/** The site's pool, opened once a process: DATABASE_URL, else the socket of the embedded database, which the start
 * command passes on as FADU_SOCKET. Nothing is sent before the first query. */
export function siteDatabase(environment: Record<string, string | undefined>): SealedDatabase {
  const { DATABASE_URL: url, FADU_SOCKET: socket } = environment
  database ??= seal(connect(url ? { url } : { socket: socket ?? "" }, "fadu_app").db)
  return database
}
