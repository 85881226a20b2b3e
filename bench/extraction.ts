import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import recognizers from "@microsoft/recognizers-text-number"
import { checkReport } from "@/checks/check-report"
import { generateDemo } from "@/demo/generate-demo"
import { readReport } from "@/extraction/read-report"

/** Measures what reading a report costs: a report of 3,500 characters from text to findings, against a well-known number
 * recogniser alone on the same text in the same run, and a text of a million characters. Writes `bench/results.json`. */
const here = dirname(fileURLToPath(import.meta.url))
const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }
const reportLength = 3500
const rounds = 7

/** Invented reports as towns publish them, put together until they are long enough. */
const all = generateDemo()
  .filter(({ mediaType }) => mediaType === "text/plain")
  .map(({ content }) => content)
  .join("\n")
const report = all.slice(0, reportLength)
const million = all.repeat(Math.ceil(1e6 / all.length)).slice(0, 1e6)

const read = (text: string) => {
  const found = readReport(text, unknown, { region: null })
  return { found, findings: checkReport(found, text) }
}

/** The median of several rounds after a warm-up, in milliseconds a call. */
function measure(work: () => unknown, calls: number): number {
  for (let i = 0; i < calls * 2; i += 1) work()
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    for (let i = 0; i < calls; i += 1) work()
    return (performance.now() - start) / calls
  }).sort((a, b) => a - b)
  return times[rounds >> 1] ?? 0
}

const theirs = (text: string) => recognizers.recognizeNumber(text, recognizers.Culture.Chinese)
const ours = measure(() => read(report), 40)
const recognized = measure(() => theirs(report), 20)
const large = measure(() => read(million), 1)
/** A real page with few figures, where it is at hand beside the repository. */
const seedPath = join(here, "../../shared/seeds/yanjiang-2024.txt")
const sparse = existsSync(seedPath) ? readFileSync(seedPath, "utf8").slice(0, reportLength) : null
const ofSparse = sparse === null ? null : measure(() => read(sparse), 40)
const recognizedSparse = sparse === null ? null : measure(() => theirs(sparse), 20)
const figures = read(report).found.candidates.length
const nation = (41_352 * 10 * ours) / 2 / 60_000

const results = {
  reportCharacters: report.length,
  figuresRead: figures,
  reportMilliseconds: round(ours),
  recognizersMilliseconds: round(recognized),
  timesFaster: round(recognized / ours),
  sparseReportMilliseconds: ofSparse === null ? null : round(ofSparse),
  timesFasterOnSparse:
    ofSparse === null || recognizedSparse === null ? null : round(recognizedSparse / ofSparse),
  millionCharactersMilliseconds: round(large),
  millionPerCharacterAgainstReport: round(large / million.length / (ours / report.length)),
  nationTenYearsMinutesOnTwoCores: round(nation),
}
function round(value: number): number {
  return Number(value.toPrecision(3))
}

console.log(results)
const path = join(here, "results.json")
const kept = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {}
writeFileSync(path, `${JSON.stringify({ ...kept, extraction: results }, null, 2)}\n`)
if (results.millionPerCharacterAgainstReport > 1.3) process.exitCode = 1
