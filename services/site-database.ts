import { connect, type Database } from "@/db/connect"

let database: Database | undefined

/** The site's pool, opened once a process: DATABASE_URL, else the socket of the embedded database, which the start
 * command passes on as FADU_SOCKET. Nothing is sent before the first query. */
export function siteDatabase(environment: Record<string, string | undefined>): Database {
  const { DATABASE_URL: url, FADU_SOCKET: socket } = environment
  if (!database) database = connect(url ? { url } : { socket: socket ?? "" }).db
  return database
}
