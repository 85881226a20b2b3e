import { townOf, townsOfCounty } from "@/catalogue/divisions"
import { isMetricCode } from "@/catalogue/metric"
import { getSetting } from "@/db/reads/get-setting"
import type { NewDocument } from "@/db/writes/insert-report"
import { insertDocument } from "@/db/writes/insert-report"
import type { ReadDocument } from "@/documents/document"
import { type MatchedTable, matchTables, shapeOf } from "@/extraction/match-tables"
import { readCells } from "@/extraction/read-cells"
import { asActor, type Desk } from "@/services/desk"
import type { Alongside, AskedColumn, Imported, ImportOutcome } from "@/services/import-report"
import { Problem } from "@/services/problem"
import type { ReadFile } from "@/services/read-here"
import { storeReport } from "@/services/store-report"

type ToImport = {
  read: Extract<ReadFile, { ok: true }>
  tables: readonly MatchedTable[]
  region: number
  stored: NewDocument
  year: number | null
  alongside: Alongside
}

/** The tables of towns and metrics in a document, for an office that has chosen its county; none in running text. */
export function tablesIn({ sheets }: ReadDocument, region: number | null): readonly MatchedTable[] {
  return region === null || sheets.length === 0 ? [] : matchTables(sheets, townsOfCounty(region))
}

/** The year that a table says it is about: its title's, else the only one that its text or its file's name holds. */
function yearOf({ report, document }: ToImport["read"], fileName: string): number | null {
  const named = (words: string) => new Set(words.match(/(?<!\d)20\d\d(?=年|[^\d]|$)/g))
  const head = document.text.slice(0, 300)
  for (const years of [named(report.title ?? ""), named(fileName), named(head)]) {
    if (years.size === 1) return Number([...years][0])
  }
  return null
}

/** The columns of tables by their heads, each head once. */
function columnsOf(tables: readonly MatchedTable[]): readonly AskedColumn[] {
  const columns = new Map(
    tables.flatMap((table) => table.columns.map(({ header, suggested }) => [header, suggested] as const)),
  )
  return [...columns].filter(([header]) => header !== "").map(([header, metric]) => ({ header, metric }))
}

/** Stores a table of figures as a report of each of its towns, all or none. Columns that nobody has confirmed yet, or a
 * year that the table does not say, are asked first. */
export async function importTables(desk: Desk, given: ToImport): Promise<ImportOutcome> {
  const { read, tables, region, stored } = given
  const year = given.year ?? yearOf(read, stored.fileName)
  const shape = shapeOf(tables)
  const confirmed = (await asActor(desk, (tx) => getSetting(tx, "tables")))?.[shape]
  if (!confirmed || year === null) {
    const asks = [confirmed ? [] : ("columns" as const), year === null ? ("year" as const) : []].flat()
    return { outcome: "question", asks, town: null, choices: [], year, columns: columnsOf(tables), shape }
  }
  if (year < 1990 || year > desk.now.getFullYear()) throw new Problem("year_not_valid", String(year))
  const filled = tables.flatMap((table) => {
    const metrics = table.columns.map(({ header }) => {
      const metric = confirmed[header] ?? null
      return metric !== null && isMetricCode(metric) ? metric : null
    })
    return table.rows.flatMap((row) => {
      const town = townOf(row.townCode)
      const cells = readCells(read.document.text, table, row, metrics, year)
      return town && cells.candidates.length > 0 ? [{ town, cells }] : []
    })
  })
  const unknown = [...new Set(tables.flatMap((table) => table.unknown))]
  if (filled.length === 0) return { outcome: "refused", refusal: "no_text" }
  return asActor(desk, async (tx) => {
    const document = await insertDocument(tx, region, stored, desk.actor.name)
    const imported: Imported[] = []
    for (const { town, cells } of filled) {
      const facts = await storeReport(tx, desk, {
        ...{ town, year, document, text: read.document.text, isTable: true },
        report: { ...read.report, ...cells, townCode: town.code, town: town.name, sections: [] },
        file: { fileName: stored.fileName, sha256: stored.sha256 },
      })
      imported.push({ outcome: "imported", townCode: town.code, year, ...facts, table: null })
    }
    const sum = (count: (one: Imported) => number) => imported.reduce((total, one) => total + count(one), 0)
    const whole: Imported = {
      ...(imported[0] as Imported),
      ...{ candidates: sum((one) => one.candidates), findings: sum((one) => one.findings) },
      table: { towns: imported.length, unknown },
    }
    await given.alongside(tx, whole)
    return whole
  })
}
