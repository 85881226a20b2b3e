import { demoCounty } from "@/catalogue/data/demo-county"
import { townsOfCounty } from "@/catalogue/divisions"
import type { Town } from "@/catalogue/town"
import { type Defect, defects, leftForReview } from "@/demo/defect"
import type { DemoReport } from "@/demo/demo-report"
import { topics } from "@/demo/phrase"
import { publishHtml, publishText } from "@/demo/publish-page"
import { type Random, seedRandom } from "@/demo/random"
import { outlines } from "@/demo/sentences"
import { styles } from "@/demo/style"
import { type Figures, simulateTown } from "@/demo/town-figures"
import { writeBody } from "@/demo/write-report"

export const demoYears = { from: 2019, to: 2024 } as const

/** The invented county's reports, six years of nineteen towns less those that never came, town by town. The same seed gives
 * the same bytes. */
export function generateDemo(seed = 1): readonly DemoReport[] {
  const towns = townsOfCounty(demoCounty.county.code)
  const { from, to } = demoYears
  return towns.flatMap((town, index) => {
    const history = simulateTown(town, from, to, seed)
    const other = towns[(index + 7) % towns.length] ?? town
    return Array.from({ length: to - from + 1 }, (_, step) => from + step)
      .filter((year) => !defectOf(town, year, "no-report"))
      .map((year) => writeReport({ seed, town, other, index, history, year }))
  })
}

type Assignment = {
  seed: number
  town: Town
  other: Town
  index: number
  history: ReadonlyMap<number, Figures>
  year: number
}

function writeReport({ seed, town, other, index, history, year }: Assignment): DemoReport {
  // A copied report is last year's with the year changed: its words and figures come from there.
  const model = defectOf(town, year, "copied") ? year - 1 : year
  const random = seedRandom(seed, town.code, model, 1)
  const era = model < 2022 ? 0 : 1
  const body = writeBody({
    style: styles[(index + era * (index % 3)) % styles.length] ?? styles[0],
    source: {
      figures: history.get(model) ?? new Map(),
      before: history.get(model - 1) ?? new Map(),
      names: nameThings(town, other, year, random),
      random,
    },
    habit: (topic) => seedRandom(seed, town.code, topics.indexOf(topic), era),
    omitted: defectOf(town, year, "no-section")?.side ?? null,
    sign: defectOf(town, year, "placeholder")?.sign ?? null,
  })
  const isPage = seedRandom(seed, town.code, year, 2).chance(0.3)
  const page = publicationOf(town, year, seedRandom(seed, town.code, year, 3))
  return {
    fileName: `${year}-${town.name}.${isPage ? "html" : "txt"}`,
    mediaType: isPage ? "text/html" : "text/plain",
    content: isPage ? publishHtml(body, page) : publishText(body, page),
    townCode: town.code,
    year,
    truth: body.facts,
    leaveForReview: year === demoYears.to && leftForReview.includes(town.code % 1000),
  }
}

function defectOf<K extends Defect["kind"]>(town: Town, year: number, kind: K) {
  return defects.find(
    (defect): defect is Extract<Defect, { kind: K }> =>
      defect.kind === kind && defect.year === year && defect.town === town.code % 1000,
  )
}

function nameThings(town: Town, other: Town, year: number, random: Random): ReadonlyMap<string, string> {
  const kind = { subdistrict: "街道", town: "镇", township: "乡", other: "镇" }[town.kind]
  const isExpired = year <= 2020 || defectOf(town, year, "expired-outline") !== undefined
  return new Map([
    ["名", town.name],
    ["镇", kind],
    ["我镇", `我${kind}`],
    ["收尾", defectOf(town, year, "other-town") ? other.name : town.name],
    ["党委", kind === "街道" ? "街道党工委" : `${kind}党委`],
    ["年", String(year)],
    ["明年", String(year + 1)],
    ["明年场", String(10 * random.between(3, 6))],
    ["纲要", isExpired ? outlines.expired : outlines.current],
  ])
}

/** Reports are due by 1 April of the next year; a late one comes in May. */
function publicationOf(town: Town, year: number, random: Random) {
  const month = defectOf(town, year, "late") ? 5 : random.between(1, 3)
  const day = random.between(6, 26)
  const dated = (of: number) => `${year + 1}-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`
  const serial = String(random.between(10_000, 99_999))
  return {
    town: town.name,
    county: demoCounty.county.name,
    indexNumber: `YL${town.code}-${year + 1}-${serial}`,
    writtenOn: dated(day - 3),
    publishedOn: dated(day),
  }
}
