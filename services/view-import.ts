import { countyOf, townOf } from "@/catalogue/divisions"
import type { Locale } from "@/catalogue/messages/messages"
import { translate } from "@/catalogue/translate"
import { findImport, listImports } from "@/db/reads/list-imports"
import type { ItemState } from "@/db/schema/import"
import type { Refusal } from "@/documents/document"
import { asReader, type Desk, requireRight } from "@/services/desk"
import type { ImportOutcome } from "@/services/import-report"
import type { ProblemCode } from "@/services/problem"

type Stored =
  | ImportOutcome
  | { outcome: "refused"; problem: ProblemCode }
  | { outcome: "unpacked"; files: number }

export type ImportView = NonNullable<Awaited<ReturnType<typeof viewImport>>>

const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** An import as it stands: each file with what became of it in the reader's language, and how many are decided. Null where
 * there is none. */
export async function viewImport(desk: Desk, jobId: string, locale: Locale) {
  requireRight(desk, "reports.import")
  const found = isUuid(jobId) ? await asReader(desk, (tx) => findImport(tx, jobId)) : null
  if (!found) return null
  const items = found.items.map(({ ordinal, fileName, state, outcome }) => ({
    ...{ ordinal, fileName, state },
    ...describe(outcome as Stored | null, found.region, locale),
  }))
  const files = items.filter(({ state }) => state !== "unpacked")
  const count = (...states: ItemState[]) => files.filter(({ state }) => states.includes(state)).length
  return {
    ...{ id: jobId, region: found.region, createdAt: found.createdAt.toISOString(), items },
    files: files.length,
    open: count("waiting", "reading"),
    imported: count("imported"),
    duplicates: count("duplicate"),
    refused: count("refused"),
    questions: count("question"),
  }
}

/** The newest imports of the office. */
export async function viewImports(desk: Desk, most = 5) {
  requireRight(desk, "reports.import")
  const found = await asReader(desk, (tx) => listImports(tx, most))
  return found.map(({ createdAt, ...rest }) => ({ ...rest, createdAt: createdAt.toISOString() }))
}

function named(code: number) {
  const town = townOf(code)
  const county = town && countyOf(town.countyCode)
  const countyName = [county?.cityName, county?.name].filter(Boolean).join(" ")
  return { code, name: town?.name ?? String(code), county: countyName }
}

function describe(outcome: Stored | null, region: number | null, locale: Locale) {
  const t = translate(locale, "ui")
  const nothing = { words: null, elsewhere: null, question: null, report: null }
  if (!outcome) return nothing
  if (outcome.outcome === "refused") {
    const reason =
      "problem" in outcome
        ? translate(locale, "problem")(outcome.problem)
        : refusalWords(outcome.refusal, locale)
    return { ...nothing, words: t("import.failed", { reason }) }
  }
  if (outcome.outcome === "unpacked")
    return { ...nothing, words: t("import.unpacked", { count: outcome.files }) }
  if (outcome.outcome === "question") {
    return { ...nothing, question: { ...outcome, choices: outcome.choices.map(named) } }
  }
  const town = named(outcome.townCode)
  const { year, version } = outcome
  const isOther = outcome.outcome === "imported" && !outcome.counts
  const elsewhere =
    Math.floor(town.code / 1000) === region ? null : t("import.otherCounty", { county: town.county })
  const link = `/reports/${town.code}/${year}${isOther ? `?version=${version}` : ""}`
  return { ...nothing, words: describeOutcome(outcome, locale), elsewhere, report: link }
}

const refusalWords = (refusal: Refusal, locale: Locale) => translate(locale, "refusal")(refusal)

/** What became of a file that is held, in one sentence. */
export function describeOutcome(
  outcome: Extract<ImportOutcome, { outcome: "imported" | "duplicate" }>,
  locale: Locale,
): string {
  const t = translate(locale, "ui")
  const parts = { town: named(outcome.townCode).name, year: String(outcome.year) }
  if (outcome.outcome === "duplicate") return t("import.duplicate", parts)
  if (outcome.table) {
    const { towns, unknown } = outcome.table
    const left = unknown.length > 0 ? t("import.unknownRows", { rows: unknown.slice(0, 10).join("、") }) : ""
    return t("import.importedTable", { ...parts, towns, candidates: outcome.candidates }) + left
  }
  if (!outcome.counts) return t("import.importedVersion", { ...parts, version: outcome.version })
  return t("import.imported", { ...parts, candidates: outcome.candidates, findings: outcome.findings })
}
