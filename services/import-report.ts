import { createHash } from "node:crypto"
import { townOf } from "@/catalogue/divisions"
import type { MetricCode } from "@/catalogue/metric"
import type { Connection } from "@/db/connect"
import { findReportOfFile } from "@/db/reads/find-report"
import { insertDocument } from "@/db/writes/insert-report"
import type { Refusal } from "@/documents/document"
import { asActor, type Desk, requireRight } from "@/services/desk"
import { importTables, tablesIn } from "@/services/import-tables"
import { isTaken, Problem } from "@/services/problem"
import { readFile } from "@/services/read-file"
import { storeReport } from "@/services/store-report"

export type FileToImport = { fileName: string; bytes: Uint8Array }

/** What the person adds where the report itself does not say it. */
export type Answers = { townCode?: number | null; year?: number | null }

/** A report has dozens of readings. Thousands are something else, and nobody could decide on them. */
const mostReadings = 2_000

/** A column of a table that a person is asked about, with the metric that its head seems to mean. */
export type AskedColumn = { header: string; metric: MetricCode | null }

/** What became of a file. `question`: nothing was stored, somebody has to say the town, the year, or what the columns of a
 * table are. `town` of an imported table is the first of its `towns`. */
export type ImportOutcome =
  | {
      outcome: "imported"
      townCode: number
      year: number
      version: number
      counts: boolean
      candidates: number
      findings: number
      /** How many towns a table gave figures for, and the labels in it that are no town; null for a report. */
      table: { towns: number; unknown: readonly string[] } | null
    }
  | { outcome: "duplicate"; townCode: number; year: number; version: number }
  | {
      outcome: "question"
      asks: readonly ("town" | "year" | "columns")[]
      town: string | null
      choices: readonly number[]
      year: number | null
      columns: readonly AskedColumn[]
      /** What a table of this kind is remembered by; null for a report. */
      shape: string | null
    }
  | { outcome: "refused"; refusal: Refusal }

export type Imported = Extract<ImportOutcome, { outcome: "imported" }>

/** Written in the same transaction as the report, so that an import that is cut off is either whole or not there. */
export type Alongside = (tx: Connection, outcome: Imported) => Promise<void>

function checkAnswers({ townCode, year }: Answers, now: Date): void {
  if (townCode && !townOf(townCode)) throw new Problem("town_not_known", String(townCode))
  if (year && (year < 1990 || year > now.getFullYear())) throw new Problem("year_not_valid", String(year))
}

/**
 * Reads a file and stores it as a report: text, candidates and findings in one transaction; a table of figures becomes one
 * for each of its towns. `region` (a county code) settles names that several towns have. The first report of a town and
 * year counts at once; a further version is kept beside it until a person chooses. Throws Problem town_not_known or
 * year_not_valid for a bad answer.
 */
export async function importReport(
  desk: Desk,
  file: FileToImport,
  region: number | null,
  answers: Answers = {},
  alongside: Alongside = async () => {},
): Promise<ImportOutcome> {
  requireRight(desk, "reports.import")
  checkAnswers(answers, desk.now)
  const read = await readFile(file.bytes, { region, fileName: file.fileName })
  if (!read.ok) return { outcome: "refused", refusal: read.refusal }
  if (read.report.candidates.length > mostReadings) return { outcome: "refused", refusal: "too_many_figures" }
  const sha256 = createHash("sha256").update(file.bytes).digest("hex")
  const tables = tablesIn(read.document, region)
  const knownIn =
    tables.length > 0 ? region : Math.floor((answers.townCode ?? read.report.townCode ?? 0) / 1000)
  const known = knownIn && (await asActor(desk, (tx) => findReportOfFile(tx, knownIn, sha256)))
  if (known) return duplicateOf(known)
  const { document } = read
  const stored = {
    ...{ sha256, fileName: file.fileName, reader: document.reader, encoding: document.encoding },
    ...{ bytes: file.bytes, text: document.text },
  }
  if (tables.length > 0 && region) {
    return importTables(desk, { read, tables, region, stored, year: answers.year ?? null, alongside })
  }

  const townCode = answers.townCode ?? read.report.townCode
  const year = answers.year ?? read.report.referenceYear
  if (townCode === null || year === null) {
    const asks = [townCode === null ? ("town" as const) : [], year === null ? ("year" as const) : []].flat()
    const { town, townChoices: choices } = read.report
    return { outcome: "question", asks, town, choices, year, columns: [], shape: null }
  }
  const town = townOf(townCode)
  if (!town) throw new Problem("town_not_known", String(townCode))
  checkAnswers({ year }, desk.now)
  try {
    return await asActor(desk, async (tx) => {
      const kept = await insertDocument(tx, town.countyCode, stored, desk.actor.name)
      const facts = await storeReport(tx, desk, {
        ...{ town, year, report: read.report, document: kept, text: document.text, isTable: false },
        file: { fileName: file.fileName, sha256 },
      })
      const imported: Imported = { outcome: "imported", townCode, year, ...facts, table: null }
      await alongside(tx, imported)
      return imported
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    const other = await asActor(desk, (tx) => findReportOfFile(tx, town.countyCode, sha256))
    if (!other) throw error
    return duplicateOf(other)
  }
}

function duplicateOf(known: { townCode: number; referenceYear: number; version: number }): ImportOutcome {
  const { townCode, referenceYear: year, version } = known
  return { outcome: "duplicate", townCode, year, version }
}
