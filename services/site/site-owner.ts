import { connect, type Database } from "@/db/connect"

/** The database for the site's own process, as its owner: for readiness and counting only, never for an answer. Nothing is
 * sent before the first query. */
export function siteOwner(environment: Record<string, string | undefined>): Database {
  const { DATABASE_URL: url, FADU_SOCKET: socket } = environment
  return connect(url ? { url } : { socket: socket ?? "" }).db
}
