import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import { townOf } from "@/catalogue/divisions"
import { translate } from "@/catalogue/translate"
import { atDesk } from "@/cli/open-desk"
import { findRegion } from "@/services/find-region"
import { type ImportOutcome, importReport } from "@/services/import-report"
import { Problem } from "@/services/problem"

const mostBytes = 20 * 1024 * 1024

/** The files of a list of files and folders, folders searched through. */
function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path]
    return filesOf(
      readdirSync(path)
        .filter((name) => !name.startsWith("."))
        .sort()
        .map((name) => join(path, name)),
    )
  })
}

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
      const place = `[${index + 1}/${files.length}] ${path}`
      const refusal = await importOne(path)
      if (refusal === null) continue
      refused += 1
      console.error(`${place}\n  ${refusal}`)

      async function importOne(file: string): Promise<string | null> {
        try {
          if (statSync(file).size > mostBytes) return both("refusal", "too_large")
          const outcome = await importReport(
            desk,
            { fileName: basename(file), bytes: readFileSync(file) },
            region,
            given,
          )
          if (outcome.outcome === "refused") return both("refusal", outcome.refusal)
          if (outcome.outcome === "question") return question(outcome)
          console.log(`${place}\n  ${describe(outcome)}`)
          return null
        } catch (error) {
          if (error instanceof Problem) return both("problem", error.code)
          throw error
        }
      }
    }
    return refused === 0 ? 0 : 1
  })
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
