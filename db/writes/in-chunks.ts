/** Rows a statement: PostgreSQL takes 65,535 parameters, and no table here has more than 20 columns. */
const rowsAStatement = 2000

/** Writes rows by as many statements as they need, in order; none for no rows. */
export async function inChunks<Row>(
  rows: readonly Row[],
  write: (chunk: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAStatement) {
    await write(rows.slice(from, from + rowsAStatement))
  }
}
