import type { SQL } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import type { Connection } from "@/db/connect"

const dialect = new PgDialect()

/** Sends a statement at once, before any that is sent after this call, and returns its rows. Unless `once`, the server keeps it
 * prepared, so that it goes there and back once and is planned once: for reads that are asked often, whose words do not vary
 * with what they ask for. */
export function ask<Row>(tx: Connection, query: SQL, once = false): Promise<Row[]> {
  const { sql, params } = dialect.sqlToQuery(query)
  const statement = tx._.session.prepareQuery({ sql, params }, undefined, once ? undefined : "kept", false)
  return statement.execute() as Promise<Row[]>
}
