import { type SQL, sql } from "drizzle-orm"

/** Values for `in (…)`: each a parameter of its own. */
export function listOf(values: readonly (number | string)[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
}
