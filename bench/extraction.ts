import { existsSync, readFileSync } from "node:fs"
import recognizers from "@microsoft/recognizers-text-number"
import { writeResults } from "@/bench/write-results"
import { checkReport } from "@/checks/check-report"
import { generateDemo } from "@/demo/generate-demo"
import { readReport } from "@/extraction/read-report"

/** Measures what reading a report costs: reports of 3,500 characters from text to findings, each against a well-known number
 * recogniser alone on the same text in the same run, turn by turn, and what length costs: a text of 1 MB, and one
 * of a million characters, against the same in pieces. */
const unknown = { title: null, issuer: null, indexNumber: null, publishedOn: null }
const reportLength = 3500
const rounds = 15

/** Invented reports as towns publish them, put together until they are long enough: a figure every fifty characters. */
const all = generateDemo()
  .filter(({ mediaType }) => mediaType === "text/plain")
  .map(({ content }) => content)
  .join("\n")
const million = all.repeat(Math.ceil(1e6 / all.length)).slice(0, 1e6)
/** A real page with few figures, where it is at hand beside the repository. */
const seedPath = "../shared/seeds/yanjiang-2024.txt"
const page = existsSync(seedPath) ? readFileSync(seedPath, "utf8").slice(0, reportLength) : null

const ours = (text: string) => {
  const found = readReport(text, unknown, { region: null })
  return { found, findings: checkReport(found, text) }
}
const theirs = (text: string) => recognizers.recognizeNumber(text, recognizers.Culture.Chinese)

function timeOf(work: () => unknown, calls: number): number {
  const start = performance.now()
  for (let i = 0; i < calls; i += 1) work()
  return (performance.now() - start) / calls
}
const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0

/** Long enough for the engine to have compiled what it will compile; ours is a hundred functions, theirs a few patterns. */
const warmUpSeconds = 4

function warmUp(work: () => unknown): void {
  const end = performance.now() + warmUpSeconds * 1000
  while (performance.now() < end) work()
}

/** Medians of both in milliseconds, each round one after the other, both warmed up for as long. */
function compare(text: string) {
  warmUp(() => ours(text))
  warmUp(() => theirs(text))
  const times = Array.from({ length: rounds }, () => ({
    ours: timeOf(() => ours(text), 80),
    theirs: timeOf(() => theirs(text), 20),
  }))
  return {
    ours: median(times.map((time) => time.ours)),
    theirs: median(times.map((time) => time.theirs)),
    ratio: median(times.map((time) => time.theirs / time.ours)),
  }
}

/** A long text at once against the same text in pieces as long as a report, turn by turn: what is left is the cost of length
 * alone, as both are the same words, and neither is in the processor's memory when its turn comes. */
function wholeAgainstParts(text: string) {
  const parts = Array.from({ length: Math.ceil(text.length / reportLength) }, (_, at) =>
    text.slice(at * reportLength, (at + 1) * reportLength),
  )
  const times = Array.from({ length: 7 }, () => ({
    whole: timeOf(() => ours(text), 1),
    parts: timeOf(() => parts.map(ours).length, 1),
  }))
  return {
    characters: text.length,
    milliseconds: round(median(times.map(({ whole }) => whole))),
    millisecondsInParts: round(median(times.map(({ parts }) => parts))),
    againstItsShare: round(median(times.map(({ whole, parts }) => whole / parts))),
  }
}

const round = (value: number) => Number(value.toPrecision(3))
const report = all.slice(0, reportLength)
const dense = compare(report)
const sparse = page === null ? null : compare(page)
const megabyte = wholeAgainstParts(million.slice(0, Buffer.from(million).subarray(0, 1e6).toString().length))
const characters = wholeAgainstParts(million)

writeResults("extraction", {
  realPage: sparse && {
    characters: page?.length,
    figuresRead: page === null ? 0 : ours(page).found.candidates.length,
    milliseconds: round(sparse.ours),
    recognizersMilliseconds: round(sparse.theirs),
    timesFaster: round(sparse.ratio),
  },
  denseReport: {
    characters: report.length,
    figuresRead: ours(report).found.candidates.length,
    milliseconds: round(dense.ours),
    recognizersMilliseconds: round(dense.theirs),
    timesFaster: round(dense.ratio),
  },
  megabyte,
  millionCharacters: characters,
  nationTenYearsMinutesOnTwoCores: round((41_352 * 10 * dense.ours) / 2 / 60_000),
})
