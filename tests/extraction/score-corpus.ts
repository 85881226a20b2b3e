import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import type { Candidate } from "@/extraction/candidate"
import { foldText } from "@/extraction/fold-text"
import { readFile } from "@/services/read-file"

const here = dirname(fileURLToPath(import.meta.url))
/** The passages kept here, and those handed to the project beside the repository where they are at hand. */
export const corpora: Readonly<Record<string, string>> = {
  own: join(here, "corpus"),
  dev: join(here, "../../../shared/corpus/dev"),
}
export const floors: Readonly<Record<string, Score>> = JSON.parse(
  readFileSync(join(here, "floors.json"), "utf8"),
)

type Label = {
  metric: string | null
  value: number | null
  kind: string
  referenceYear: number | null
  exactness: string | null
  missing: string | null
  quote: string
  optional: boolean
}
type Gold = { file?: string; referenceYear: number | null; expect: Label[]; reject: string[] }

/** Fractions, but `bookedWrong` and `unproven`, which are counts; see shared/corpus/score.mjs for what counts as what. */
export type Score = {
  precision: number
  recall: number
  exactness: number
  placeholders: number
  bookedWrong: number
  unproven: number
  unclaimed: number
}
export type Scored = { score: Score; mistakes: string[] }

type Place = readonly [start: number, end: number]

/** Where a quote stands; white space and width do not matter. */
function placesOf(text: string, quote: string): Place[] {
  const at: number[] = []
  let plain = ""
  for (const [i, char] of [...foldText(text)].entries()) {
    if (/\s/.test(char)) continue
    at.push(i)
    plain += char
  }
  const wanted = foldText(quote).replace(/\s/g, "")
  const places: Place[] = []
  for (let i = plain.indexOf(wanted); i >= 0; i = plain.indexOf(wanted, i + 1)) {
    places.push([at[i] ?? 0, (at[i + wanted.length - 1] ?? 0) + 1])
  }
  return places
}

const close = (a: number | null, b: number | null) =>
  a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))
const within = ({ evidence }: Candidate, places: readonly Place[]) =>
  places.some(([start, end]) => evidence.start < end && evidence.end > start)

const counted = () => ({
  matched: 0,
  expected: 0,
  falses: 0,
  graded: 0,
  gradedRight: 0,
  holes: 0,
  holesFound: 0,
  booked: 0,
  unproven: 0,
  numerals: 0,
  unclaimed: 0,
})
type Counted = ReturnType<typeof counted>

async function compare(name: string, gold: Gold, path: string, sum: Counted, mistakes: string[]) {
  const outcome = await readFile(readFileSync(path), { region: null, fileName: path })
  if (!outcome.ok) throw new Error(`${path}: ${outcome.refusal}`)
  const { report, document } = outcome
  const { text } = document
  const labels = gold.expect.map((label) => ({ label, places: placesOf(text, label.quote) }))
  const readings = report.candidates.filter(
    (candidate) => candidate.kind === "result" && candidate.value !== null,
  )
  const taken = new Map<Candidate, Label>()
  for (const { label, places } of labels) {
    if (label.kind !== "result" || label.optional) continue
    if (label.missing !== null) {
      sum.holes += 1
      const found = report.candidates.some(
        (candidate) => candidate.missing === "placeholder" && within(candidate, places),
      )
      if (found) sum.holesFound += 1
      else mistakes.push(`${name} placeholder ${label.quote}`)
      continue
    }
    sum.expected += 1
    const hit = readings.find(
      (each) =>
        !taken.has(each) &&
        each.metric === label.metric &&
        close(each.value, label.value) &&
        within(each, places) &&
        (label.referenceYear === null || each.referenceYear === label.referenceYear),
    )
    if (hit) taken.set(hit, label)
    else mistakes.push(`${name} missing ${label.metric} = ${label.value} “${label.quote}”`)
  }
  sum.matched += taken.size
  for (const [candidate, label] of taken) {
    if (label.exactness === null) continue
    sum.graded += 1
    if (candidate.exactness === label.exactness) sum.gradedRight += 1
  }
  const traps = [
    ...labels.filter(({ label }) => label.kind !== "result" && !label.optional),
    ...gold.reject.map((quote) => ({ label: null, places: placesOf(text, quote) })),
  ]
  for (const reading of readings) {
    if (taken.has(reading)) continue
    const tolerated = labels.some(
      ({ label, places }) =>
        label.optional &&
        (label.value === null || close(reading.value, label.value)) &&
        within(reading, places),
    )
    if (tolerated) continue
    sum.falses += 1
    if (traps.some(({ places }) => within(reading, places))) sum.booked += 1
    mistakes.push(
      `${name} false ${reading.metric} = ${reading.value} “${reading.evidence.quote}” in ${reading.evidence.sentence}`,
    )
  }
  sum.unproven += report.candidates.filter(
    ({ evidence }) => text.slice(evidence.start, evidence.end) !== evidence.quote,
  ).length
  sum.numerals += text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0
  sum.unclaimed += report.unclaimed.length
}

/** Scores a folder of labelled passages, or null where it is not at hand. */
export async function scoreCorpus(folder: string): Promise<Scored | null> {
  if (!existsSync(folder)) return null
  const sum = counted()
  const mistakes: string[] = []
  for (const name of readdirSync(folder)
    .filter((each) => each.endsWith(".json"))
    .sort()) {
    const gold: Gold = JSON.parse(readFileSync(join(folder, name), "utf8"))
    await compare(name, gold, join(folder, gold.file ?? name.replace(/json$/, "txt")), sum, mistakes)
  }
  const score = {
    precision: sum.matched / (sum.matched + sum.falses),
    recall: sum.matched / sum.expected,
    exactness: sum.gradedRight / sum.graded,
    placeholders: sum.holesFound / sum.holes,
    bookedWrong: sum.booked,
    unproven: sum.unproven,
    unclaimed: sum.unclaimed / sum.numerals,
  }
  return { score, mistakes }
}

/** What a score falls short of its floor in; counts and the unclaimed share may not be above theirs. */
export function shortfalls(score: Score, floor: Score): string[] {
  const upward = ["precision", "recall", "exactness", "placeholders"] as const
  const downward = ["bookedWrong", "unproven", "unclaimed"] as const
  return [
    ...upward
      .filter((key) => score[key] < floor[key])
      .map((key) => `${key} ${score[key].toFixed(3)} < ${floor[key]}`),
    ...downward
      .filter((key) => score[key] > floor[key])
      .map((key) => `${key} ${score[key].toFixed(3)} > ${floor[key]}`),
  ]
}
