import type { MetricCode } from "@/catalogue/metric"
import type { Sheet, SheetCell } from "@/catalogue/sheet"
import type { Town } from "@/catalogue/town"
import { foldText } from "@/extraction/fold-text"
import { suggestMetric } from "@/extraction/suggest-metric"

/** A column of figures: how it is headed, and the metric that its head speaks of, if one. */
export type TableColumn = { header: string; suggested: MetricCode | null }

/** One town's cells, in the order of the columns; null where the row is shorter. `line` is the stretch of the whole row. */
export type TableRow = {
  townCode: number
  cells: readonly (SheetCell | null)[]
  line: { start: number; end: number }
}

/** A table of figures by towns, whichever way it lies. `unknown` are labels that are no town of the county, such as a
 * total: they are not imported, and said. */
export type MatchedTable = {
  columns: readonly TableColumn[]
  rows: readonly TableRow[]
  unknown: readonly string[]
}

type Grid = readonly (readonly (SheetCell | undefined)[])[]

const bare = (words: string) => foldText(words).replace(/\s/g, "")
const isFigure = (words: string) => /^[\d,.]+%?$/.test(bare(words))

/** Rows become columns: a table whose towns stand across is read as one whose towns stand below each other. */
function turn(grid: Grid): Grid {
  const width = Math.max(0, ...grid.map((row) => row.length))
  return Array.from({ length: width }, (_, c) => grid.map((row) => row[c]))
}

/** Towns by every way a table names them: 杜桥镇, 杜桥, 临海市杜桥镇. */
function townNamer(towns: readonly Town[]): (words: string) => number | null {
  const names = new Map<string, number>()
  for (const { name, code } of towns) {
    const short = name.replace(/(街道办事处|街道|镇|乡)$/, "")
    if (short.length >= 2 && !names.has(short)) names.set(short, code)
  }
  for (const { name, code } of towns) names.set(name, code)
  return (words) => {
    const name = bare(words).replace(/人民政府$/, "")
    return names.get(name) ?? names.get(name.replace(/^.*?[市县区](?=.{2})/, "")) ?? null
  }
}

/** The nearest words above a column's first figure: heads of two rows give the lower one. */
function headerOf(grid: Grid, first: number, column: number): string {
  for (let row = first - 1; row >= 0; row -= 1) {
    const words = grid[row]?.[column]?.words ?? ""
    if (words !== "" && !isFigure(words)) return words
  }
  return ""
}

function matchGrid(grid: Grid, townOf: (words: string) => number | null): MatchedTable | null {
  const width = Math.max(0, ...grid.map((row) => row.length))
  const counts = Array.from({ length: width }, (_, c) => {
    return new Set(grid.map((row) => townOf(row[c]?.words ?? "")).filter((code) => code !== null)).size
  })
  const label = counts.indexOf(Math.max(...counts))
  const isTown = (row: Grid[number]) => townOf(row[label]?.words ?? "") !== null
  const first = grid.findIndex(isTown)
  if (first < 1 || label < 0) return null
  const figured = (column: number) => grid.slice(first).some((row) => isFigure(row[column]?.words ?? ""))
  const places = Array.from({ length: width }, (_, c) => c).filter((c) => c > label && figured(c))
  const columns = places.map((c) => headerOf(grid, first, c))
  if (columns.every((header) => header === "")) return null
  const seen = new Set<number>()
  const unknown: string[] = []
  const rows = grid.slice(first).flatMap((row): TableRow[] => {
    const words = row[label]?.words ?? ""
    const townCode = townOf(words)
    // A town that stands twice is taken once: the second may be a sum or last year's.
    if (townCode === null || seen.has(townCode)) {
      if (words !== "") unknown.push(words)
      return []
    }
    seen.add(townCode)
    const cells = row.filter((cell) => cell !== undefined)
    const line = { start: Math.min(...cells.map((c) => c.start)), end: Math.max(...cells.map((c) => c.end)) }
    return [{ townCode, cells: places.map((c) => row[c] ?? null), line }]
  })
  const heads = columns.map((header): TableColumn => ({ header, suggested: suggestMetric(header) }))
  const known = heads.filter(({ suggested }) => suggested !== null).length
  return rows.length >= 2 || (rows.length === 1 && known >= 2) ? { columns: heads, rows, unknown } : null
}

/** The tables of towns and metrics in a workbook, of either direction; none where no sheet is one. */
export function matchTables(sheets: readonly Sheet[], towns: readonly Town[]): readonly MatchedTable[] {
  const townOf = townNamer(towns)
  return sheets.flatMap(({ rows }) => matchGrid(rows, townOf) ?? matchGrid(turn(rows), townOf) ?? [])
}

/** What a file of tables of the same kind has in common: its heads, in order. */
export const shapeOf = (tables: readonly MatchedTable[]) =>
  tables.map(({ columns }) => columns.map(({ header }) => bare(header)).join("|")).join("‖")
