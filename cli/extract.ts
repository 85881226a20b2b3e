import { readFileSync } from "node:fs"
import { translate } from "@/catalogue/translate"
import { describeFinding } from "@/services/describe-finding"
import { type ReadFile, readFile } from "@/services/read-file"

type Options = { json?: boolean; region?: string }

/** One JSON object of the contract (design, section 4) for a file that was read. */
function recordOf(file: string, { document, report, findings }: Extract<ReadFile, { ok: true }>) {
  const { title, town, townCode, referenceYear, publishedOn, indexNumber, issuer } = report
  return {
    file,
    report: {
      ...{ title, town, townCode: townCode === null ? null : String(townCode) },
      ...{ referenceYear, publishedOn, indexNumber, issuer },
    },
    candidates: report.candidates,
    findings: findings.map(({ check, severity, evidence, ...finding }) => ({
      ...{ check, severity, message: describeFinding({ check, ...finding }, "zh"), evidence },
    })),
    unclaimed: report.unclaimed,
    text: document.text,
  }
}

function printPlainly({ report, findings }: Extract<ReadFile, { ok: true }>) {
  console.log(`${report.town ?? "?"} ${report.referenceYear ?? "?"}  ${report.title ?? ""}`)
  for (const { metric, kind, value, missing, evidence } of report.candidates) {
    console.log(
      `  ${kind.padEnd(11)} ${metric.padEnd(32)} ${String(value ?? missing).padStart(10)}  ${evidence.quote}`,
    )
  }
  for (const finding of findings) console.log(`  ! ${describeFinding(finding, "zh")}`)
}

/** `fadu extract FILE… [--json]`: reads files without a database. Returns the exit code: 1 when a file was refused. */
export async function runExtract(files: readonly string[], options: Options): Promise<number> {
  const refusals = translate("zh", "refusal")
  const region = options.region === undefined ? null : Number(options.region)
  let refused = 0
  for (const file of files) {
    const outcome = await readBytes(file, region)
    if (outcome.ok) {
      if (options.json) process.stdout.write(`${JSON.stringify(recordOf(file, outcome))}\n`)
      else printPlainly(outcome)
    } else {
      refused += 1
      console.error(`${file}: ${"fault" in outcome ? outcome.fault : refusals(outcome.refusal)}`)
    }
  }
  return refused > 0 ? 1 : 0
}

async function readBytes(
  file: string,
  region: number | null,
): Promise<ReadFile | { ok: false; fault: string }> {
  try {
    return await readFile(readFileSync(file), { region, fileName: file })
  } catch (error) {
    if (error instanceof Error && "code" in error) return { ok: false, fault: error.message }
    throw error
  }
}
