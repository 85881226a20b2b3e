import { z } from "zod"
import { byteOrderMark, csvLine } from "@/exports/csv"
import type { ResourceName } from "@/services/api/parameters"
import { rows } from "@/services/api/rows"

type Cell = string | number | null

/** The columns of a shape: what is nested gives its own, a list of objects those of each of them. */
function columnsOf(shape: z.ZodType): readonly string[] {
  const plain = shape instanceof z.ZodNullable ? (shape.unwrap() as z.ZodType) : shape
  if (plain instanceof z.ZodArray) return columnsOf(plain.element as z.ZodType)
  if (!(plain instanceof z.ZodObject)) return []
  return Object.entries(plain.shape as Record<string, z.ZodType>).flatMap(([name, inner]) => {
    const nested = columnsOf(inner)
    return nested.length > 0 ? nested : [name]
  })
}

/** Rows as comma-separated values, a line a cell: a series has a line a year. Lists of words stand in one cell with blanks
 * between them; what is missing is an empty cell. */
export function csvOf(resource: ResourceName, found: readonly Record<string, unknown>[]): string {
  const columns = columnsOf(rows[resource])
  const flat = found.flatMap(({ points, ...row }) =>
    Array.isArray(points)
      ? points.map((point: Record<string, unknown>) => flatten({ ...row, ...point }))
      : [flatten(row)],
  )
  const lines = flat.map((row) => columns.map((name) => row[name] ?? null))
  return byteOrderMark + [columns, ...lines].map(csvLine).join("")
}

function flatten(row: Record<string, unknown>): Record<string, Cell> {
  const cells = Object.entries(row).flatMap(([name, value]): [string, Cell][] => {
    if (value === null || typeof value === "number" || typeof value === "string") return [[name, value]]
    if (typeof value === "boolean") return [[name, String(value)]]
    if (Array.isArray(value)) return [[name, value.join(" ") || null]]
    return Object.entries(value as Record<string, Cell>)
  })
  return Object.fromEntries(cells)
}
