import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import { townOf } from "@/catalogue/divisions"
import { translate } from "@/catalogue/translate"
import { atDesk } from "@/cli/open-desk"
import type { Desk } from "@/services/desk"
import { findRegion } from "@/services/find-region"
import { type ImportOutcome, importReport } from "@/services/import-report"
import { Problem } from "@/services/problem"

const mostBytes = 20 * 1024 * 1024

/** The files of a list of files and folders, folders searched through. A path that leads nowhere stays in the list, to be
 * refused by name. */
function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
    const names = readdirSync(path).filter((name) => !name.startsWith("."))
    return filesOf(names.sort().map((name) => join(path, name)))
  })
}

type Given = { townCode: number | null; year: number | null }
type Line = { refused: boolean; words: string }

/** `fadu import FILE…|FOLDER [--town CODE] [--year YEAR]`: stores reports and candidates. Prints a line a file; refusals go
 * to standard error. Returns the exit code: 1 if anything was refused. */
export async function runImport(
  paths: readonly string[],
  answers: { town?: string; year?: string },
): Promise<number> {
  const files = filesOf(paths)
  return atDesk(async (desk, config) => {
    const region = (await findRegion(desk, null, config.region)).county?.code ?? null
    const given = {
      townCode: answers.town ? Number(answers.town) : null,
      year: answers.year ? Number(answers.year) : null,
    }
    let refused = 0
    for (const [index, path] of files.entries()) {
      const line = await importOne(desk, path, region, given)
      const print = line.refused ? console.error : console.log
      print(`[${index + 1}/${files.length}] ${path}\n  ${line.words}`)
      if (line.refused) refused += 1
    }
    return refused === 0 ? 0 : 1
  })
}

/** Imports one file; what is wrong with it is said, not thrown, so that the other files go on. */
async function importOne(desk: Desk, path: string, region: number | null, given: Given): Promise<Line> {
  const refuse = (words: string) => ({ refused: true, words })
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) return refuse("没有这个文件 / there is no such file")
  if (size > mostBytes) return refuse(both("refusal", "too_large"))
  try {
    const outcome = await importReport(
      desk,
      { fileName: basename(path), bytes: readFileSync(path) },
      region,
      given,
    )
    if (outcome.outcome === "refused") return refuse(both("refusal", outcome.refusal))
    if (outcome.outcome === "question") return refuse(question(outcome))
    return { refused: false, words: describe(outcome) }
  } catch (error) {
    if (error instanceof Problem) return refuse(both("problem", error.code))
    throw error
  }
}

function both(namespace: "refusal" | "problem", key: string): string {
  const words = (["zh", "en"] as const).map((locale) =>
    (translate(locale, namespace) as (key: string) => string)(key),
  )
  return words.join(" / ")
}

function describe(outcome: Extract<ImportOutcome, { outcome: "imported" | "duplicate" }>): string {
  const town = townOf(outcome.townCode)?.name ?? ""
  const words = (["zh", "en"] as const).map((locale) => {
    const t = translate(locale, "ui")
    const parts = { town, year: String(outcome.year) }
    if (outcome.outcome === "duplicate") return t("import.duplicate", parts)
    if (!outcome.counts) return t("import.importedVersion", { ...parts, version: outcome.version })
    return t("import.imported", { ...parts, candidates: outcome.candidates, findings: outcome.findings })
  })
  return words.join(" / ")
}

function question(outcome: Extract<ImportOutcome, { outcome: "question" }>): string {
  const options = outcome.asks.map((ask) => (ask === "town" ? "--town 331082111" : "--year 2024"))
  const choices = outcome.choices.map((code) => `${townOf(code)?.name ?? ""} ${code}`).join(", ")
  const key = outcome.asks.length > 1 ? "askBoth" : outcome.asks[0] === "year" ? "askYear" : "askTown"
  const words = (["zh", "en"] as const).map((locale) => translate(locale, "ui")(`import.${key}`))
  return `${words.join(" / ")}: ${options.join(" ")}${choices ? ` (${choices})` : ""}`
}
