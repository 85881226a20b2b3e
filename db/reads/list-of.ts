import { type SQL, sql } from "drizzle-orm"

/** Values for `in (…)`: each a parameter of its own. */
export function listOf(values: readonly (number | string)[]): SQL {
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )
}

/** Values for `unnest (…)`, null among them, as an array of the type that the statement casts it to: one parameter. */
export function texts(values: readonly (string | number | null)[]): SQL {
  const elements = values.map((value) =>
    value === null ? "NULL" : `"${String(value).replace(/["\\]/g, "\\$&")}"`,
  )
  return sql`${`{${elements.join(",")}}`}`
}

/** Whole numbers for `= any (…)`: one parameter, so that the statement's words are the same for any number of them. */
export function arrayOf(values: readonly number[]): SQL {
  return sql`${`{${values.join(",")}}`}::int[]`
}
